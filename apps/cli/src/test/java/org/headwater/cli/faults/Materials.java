package org.headwater.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.cli.page.FindingWording;
import org.headwater.exchange.bag.BagExport;

/**
 * Articles to read. Those on the subject are in Chinese, which needs no parser that takes seconds to load: a process that
 * lives for half a second must get to work.
 */
final class Materials {
    private static final int STEPS = 24;
    private static final List<String> WORDS = List.of(
            "river", "bridge", "harvest", "council", "school", "winter", "market", "ferry", "orchard", "library",
            "road", "summer", "bakery", "museum", "garden", "station", "letter", "window", "morning", "valley",
            "lantern");

    private Materials() {}

    static Path write(Path folder) throws IOException {
        Random random = new Random(1);
        story(Files.createDirectories(folder.resolve("base")).resolve("beigang.txt"), "北港观察", 54, 30);
        Files.writeString(folder.resolve("base/a.txt"), article(random));
        story(Files.createDirectories(folder.resolve("other")).resolve("dongzhou.txt"), "东洲评论", 102, 53);
        Files.writeString(folder.resolve("other/b.txt"), article(random));
        for (int step = 0; step < STEPS; step++) {
            Path articles = Files.createDirectories(folder.resolve("articles/" + step));
            String text = article(random);
            Files.writeString(articles.resolve("one-" + step + ".txt"), text);
            Files.writeString(articles.resolve("copy-" + step + ".txt"), "The Ferry News\n\n" + text);
            if (step % 3 == 0) {
                story(articles.resolve("story-" + step + ".txt"), "海峡周刊", 54 + step, 30);
            }
        }
        return folder;
    }

    private static void story(Path file, String outlet, int sites, int countries) throws IOException {
        Files.writeString(file, """
                %s

                中国在海外设有%d个“警侨服务站”

                2022年9月20日

                人权组织“保护卫士”发布报告，称中国公安机关在%d个国家设立了至少%d个海外警务服务站，其中多数由福州市公安局和青田县公安局开设。

                中国外交部发言人汪文斌在例行记者会上驳斥了上述说法。他表示，所谓海外警察站并不存在。

                西班牙内政部对本报表示，正在核实报告中的内容。葡萄牙总检察院则证实，已就此立案调查。

                加拿大皇家骑警也已对多伦多地区的三个站点展开调查。
                """.formatted(outlet, sites, countries, sites));
    }

    private static String article(Random random) {
        StringBuilder text = new StringBuilder("A quiet day\n\n");
        for (int word = 0; word < 60; word++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(word % 12 == 11 ? ". " : " ");
        }
        return text.append('\n').toString();
    }

    static void bag(Case open, Path bag) throws CaseException, IOException {
        BagExport.of(open, new BagExport.Choice(List.of(), BagExport.Originals.ALL, FindingWording.of(open.codebook())))
                .write(bag);
    }
}
