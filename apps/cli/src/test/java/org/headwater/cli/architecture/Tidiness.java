package org.headwater.cli.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of every file that people write. Each check returns what it found, one line each. */
final class Tidiness {
    static final int LINES_MAX = 800;
    private static final int WORDS_OF_A_PACKAGE_MIN = 8;

    private static final String[] WRITTEN = {
        ".java", ".md", ".xml", ".yaml", ".yml", ".sh", ".sql", ".properties", "headwater"
    };
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b");
    /** Places that exist on one machine only: the homes of people and of build machines, folders beside the project. */
    private static final Pattern FOREIGN =
            Pattern.compile("/" + "(?:home/[a-z]|Users/[a-zA-Z]|root/)|(?<![\\w.])/" + "work/|\\.\\./" + "shared");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*$");

    private final SourceTree tree;

    Tidiness(SourceTree tree) {
        this.tree = tree;
    }

    List<String> longFiles() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(".java")) {
            int lines = tree.lines(file).size();
            if (lines > LINES_MAX) {
                found.add(tree.name(file) + ": " + lines + " lines (at most " + LINES_MAX + ")");
            }
        }
        return found;
    }

    /** Marks of unfinished work, tabs, and places of one machine. */
    List<String> unfitLines() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(WRITTEN)) {
            String name = tree.name(file);
            if (name.equals("mvnw") || name.equals("mvnw.cmd") || name.startsWith(".ci/")) {
                continue;
            }
            List<String> lines = tree.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                String at = name + ":" + (i + 1) + ": ";
                String line = lines.get(i);
                if (line.indexOf('\t') >= 0) {
                    found.add(at + "a tab; use spaces");
                }
                if (UNFINISHED.matcher(line).find()
                        && !name.endsWith("Tidiness.java")
                        && !name.endsWith("TidyTest.java")) {
                    found.add(at + "unfinished work; finish it or open an issue");
                }
                if (FOREIGN.matcher(line).find()) {
                    found.add(at + "a path that exists on one machine only");
                }
            }
        }
        return found;
    }

    /** Relative links in Markdown that lead nowhere, to a file or to a heading. */
    List<String> deadLinks() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(".md")) {
            List<String> lines = prose(tree.lines(file));
            for (int i = 0; i < lines.size(); i++) {
                Matcher link = LINK.matcher(lines.get(i));
                while (link.find()) {
                    if (!leadsSomewhere(file, link.group(1))) {
                        found.add(tree.name(file) + ":" + (i + 1) + ": leads nowhere: " + link.group(1));
                    }
                }
            }
        }
        return found;
    }

    private boolean leadsSomewhere(Path from, String target) throws IOException {
        if (target.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = target.split("#", 2);
        Path to = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        if (!Files.exists(to)) {
            return false;
        }
        return parts.length == 1
                || !to.toString().endsWith(".md")
                || anchors(to).contains(parts[1]);
    }

    /** The anchors that a page's headings get, as common Markdown renderers make them. */
    private Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : prose(tree.lines(page))) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }

    /** The lines with fenced code blanked out, so that line numbers stay. */
    private static List<String> prose(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            boolean fence = line.stripLeading().startsWith("```");
            kept.add(code || fence ? "" : line);
            code ^= fence;
        }
        return kept;
    }

    /** Packages of the product that no package-info describes in words. */
    List<String> wordlessPackages() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path file : tree.files(".java")) {
            if (tree.name(file).contains("src/main/java/")) {
                packages.add(file.getParent());
            }
        }
        List<String> found = new ArrayList<>();
        for (Path folder : packages) {
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? Files.readString(info) : "";
            int end = text.indexOf("*/");
            String words = end < 0
                    ? ""
                    : text.substring(0, end).replaceAll("[*/\\s]+", " ").strip();
            if (words.split(" ").length < WORDS_OF_A_PACKAGE_MIN) {
                found.add(tree.name(folder) + ": package-info does not say what the package is");
            }
        }
        return found;
    }
}
