package org.headwater.lineage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headwater.model.PartialDate;

/**
 * Tells which articles of a stream tell the same story in the same words: each article is compared with all before it as
 * it comes, in time that does not grow with their number, and no text is kept.
 *
 * <p>Seeds (hashed runs of four words) lead to the articles they were seen in; a seed that many stories share, such as a
 * much quoted line or a site's navigation, leads nowhere. Candidates are compared on a sample of their seeds: two articles
 * are one story if stretches of shared words, run together over small edits, make up half of the shorter one. Very short
 * texts and rewritings in other words are not found. Hashing makes a wrong pair possible, but about as likely as one in a
 * million articles. For exact passages, kinds and reasons over a case, see {@link DerivationFinder}.
 *
 * <p>About one and a half kilobytes of memory an article of ordinary length; beyond the bound given to {@link #within}, on
 * disk. A tracer {@linkplain #in of a folder} goes on from what was {@linkplain #save saved} there, and finds what one that
 * had read everything would find. Not thread-safe.
 */
public final class StoryTracer implements AutoCloseable {
    private static final double SAME_STORY = 0.5;
    private static final double LEAST_MATCHES = 0.08;
    private static final int BRIDGE = 40;
    private static final int MOST_MEMBERS = 64;

    private static final Comparator<Pair> BY_SOURCE = (one, two) -> {
        int order = one.source().id().compareTo(two.source().id());
        return order != 0 ? order : one.derived().id().compareTo(two.derived().id());
    };

    private final SeedReader reader = new SeedReader();
    private final SeedTable table;
    private final Sketches sketches;
    private final Stories stories = new Stories();
    private final TracedArticles articles = new TracedArticles();
    private final Probe probe = new Probe();
    private final Optional<TraceFolder> folder;
    private int known;

    private StoryTracer(TraceStorage storage, Optional<TraceFolder> folder) {
        this.table = new SeedTable(storage);
        this.sketches = new Sketches(storage);
        this.folder = folder;
    }

    /** A tracer that keeps everything in memory. */
    public static StoryTracer inMemory() {
        return new StoryTracer(new TraceStorage(Long.MAX_VALUE, Optional.empty()), Optional.empty());
    }

    /**
     * A tracer that keeps its index in memory up to a bound and in a temporary file beyond it.
     *
     * @param memoryBytes the bound for the index; article ids and dates come on top
     * @param folder an existing folder for the file
     */
    public static StoryTracer within(long memoryBytes, Path folder) {
        return new StoryTracer(storage(memoryBytes, folder), Optional.empty());
    }

    /**
     * A tracer that goes on from what a folder keeps. Close it, so that others can use the folder.
     *
     * @param folder made if absent; used by one tracer at a time
     * @param memoryBytes the bound for the index of what is added, as for {@link #within}
     * @throws IOException if the folder cannot be read, holds something else, or is in use
     */
    public static StoryTracer in(Path folder, long memoryBytes) throws IOException {
        TraceFolder kept = TraceFolder.open(folder);
        StoryTracer tracer = new StoryTracer(storage(memoryBytes, folder), Optional.of(kept));
        kept.load(tracer.table, tracer.sketches, tracer.stories, tracer.articles);
        tracer.known = tracer.articles.size();
        return tracer;
    }

    private static TraceStorage storage(long memoryBytes, Path folder) {
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("Invalid memory bound: " + memoryBytes + " bytes (must be 0 or more)");
        }
        return new TraceStorage(memoryBytes, Optional.of(folder));
    }

    /**
     * Keeps what was added in the tracer's folder, all or nothing; to be called once, when all is added. Does nothing for a
     * tracer without a folder.
     *
     * @throws IOException if it cannot be written; the folder is as it was then
     */
    public void save() throws IOException {
        if (folder.isPresent()) {
            folder.get().save(table, sketches, stories, articles);
        }
    }

    @Override
    public void close() throws IOException {
        if (folder.isPresent()) {
            folder.get().close();
        }
    }

    /**
     * What is known of an article once its text is read.
     *
     * @param id names it in pairs and stories
     * @param published when it was published, if known
     */
    public record Article(String id, Optional<PartialDate> published) {}

    /**
     * Two articles that tell one story.
     *
     * @param derived the later one; of two of a day, the one with less text, then the one with the greater id
     * @param source the other
     * @param share about what share of the shorter one's words they have in common, in stretches, 0 to 1
     */
    public record Pair(Article derived, Article source, double share) {}

    /**
     * Compares the article with all before it and keeps it for those to come. The pairs it makes, by the other's id. The
     * text is read before this returns, and not kept.
     */
    public List<Pair> add(Article article, CharSequence text) {
        int number = articles.size();
        int seeds = reader.read(text);
        articles.add(article);
        sketches.add(reader, seeds);
        stories.add();
        probe.start(seeds, number);
        probe.look(reader.sample(), reader.sampled());
        List<Pair> pairs = probe.compare(number);
        probe.keep(number);
        return pairs;
    }

    /** Number of articles taken in, those that the folder kept among them. */
    public int size() {
        return articles.size();
    }

    /**
     * The stories of two articles and more, each by order of arrival of its articles, by order of their first; of a tracer
     * that went on from a folder those that an article added since is part of.
     */
    public List<List<Article>> stories() {
        return stories.since(known).stream()
                .map(members -> members.stream().map(articles::get).toList())
                .toList();
    }

    private Pair pair(int one, int two, double share) {
        boolean oneFirst = isSource(one, two);
        return new Pair(articles.get(oneFirst ? two : one), articles.get(oneFirst ? one : two), share);
    }

    private boolean isSource(int one, int two) {
        Article a = articles.get(one);
        Article b = articles.get(two);
        int earlier = a.published().isPresent() && b.published().isPresent()
                ? a.published().get().compareTo(b.published().get())
                : 0;
        if (earlier != 0) {
            return earlier < 0;
        }
        int longer = Integer.compare(sketches.seeds(one), sketches.seeds(two));
        return longer != 0 ? longer > 0 : a.id().compareTo(b.id()) < 0;
    }

    /** The look-ups of one article. */
    private final class Probe {
        private final int[] found = new int[SeedTable.MOST_STORIES];
        private int[] looked = new int[1024];
        private int lookedCount;
        private short[] hits = new short[1024];
        private int[] firstHit = new int[1024];
        private int[] lastHit = new int[1024];
        private int[] touched = new int[1024];
        private int touchedCount;
        private int seeds;
        private final SampleIndex index = new SampleIndex();
        private long[] sample = new long[1024];

        void start(int seedCount, int number) {
            seeds = seedCount;
            lookedCount = 0;
            touchedCount = 0;
            if (number >= hits.length) {
                int room = number + 1024 + number / 4;
                hits = Arrays.copyOf(hits, room);
                firstHit = Arrays.copyOf(firstHit, room);
                lastHit = Arrays.copyOf(lastHit, room);
            }
            if (seedCount > looked.length) {
                looked = new int[seedCount * 2];
            }
        }

        void look(long[] sampled, int length) {
            int count = table.lead(sampled, length);
            for (int i = 0; i < count; i++) {
                look((int) table.led(i), (int) (table.led(i) >>> 32), table.findLed(i, found));
            }
        }

        private void look(int place, int seed, int count) {
            if (count == SeedTable.MOST_STORIES) {
                return;
            }
            looked[lookedCount++] = seed;
            for (int i = 0; i < count; i++) {
                int other = found[i];
                if (hits[other]++ == 0) {
                    if (touchedCount == touched.length) {
                        touched = Arrays.copyOf(touched, touchedCount * 2);
                    }
                    touched[touchedCount++] = other;
                    firstHit[other] = place;
                }
                lastHit[other] = place;
                if (hits[other] < 0) {
                    hits[other] = Short.MAX_VALUE;
                }
            }
        }

        List<Pair> compare(int number) {
            List<Pair> pairs = new ArrayList<>(0);
            int indexed = 0;
            for (int i = 0; i < touchedCount; i++) {
                int other = touched[i];
                int shorter = Math.min(seeds, sketches.seeds(other));
                boolean worth = hits[other] >= 2 && (lastHit[other] - firstHit[other]) * 5 >= shorter;
                hits[other] = 0;
                if (worth && stories.root(other) != stories.root(number)) {
                    if (indexed++ == 0) {
                        sample = sketches.sample(number, sample);
                        index.fill(sample, sketches.length(number));
                    }
                    compareWithStory(number, other, pairs);
                }
            }
            pairs.sort(BY_SOURCE);
            return pairs;
        }

        private void compareWithStory(int number, int other, List<Pair> pairs) {
            double share = share(other);
            if (share < SAME_STORY) {
                return;
            }
            pairs.add(pair(number, other, share));
            int compared = 0;
            for (int member : stories.members(other)) {
                if (member != other && member != number && compared++ < MOST_MEMBERS) {
                    double more = share(member);
                    if (more >= SAME_STORY) {
                        pairs.add(pair(number, member, more));
                    }
                }
            }
            stories.join(number, other);
        }

        /** Share of the shorter text's words that lie in shared stretches, as far as the samples tell. */
        private double share(int other) {
            int shorter = Math.min(seeds, sketches.seeds(other));
            int mask = Sketches.mask(Math.max(seeds, sketches.seeds(other)));
            sample = sketches.sample(other, sample);
            return index.share(sample, sketches.length(other), mask, shorter);
        }

        /** Indexes the article's seeds, but for those that already lead to its story. */
        void keep(int number) {
            int root = stories.root(number);
            boolean alone = root == number;
            for (int i = 0; i < lookedCount; i++) {
                if (alone) {
                    table.add(looked[i], number);
                    continue;
                }
                int count = table.find(looked[i], found);
                boolean known = count == SeedTable.MOST_STORIES;
                for (int k = 0; k < count && !known; k++) {
                    known = stories.root(found[k]) == root;
                }
                if (!known) {
                    table.add(looked[i], number);
                }
            }
        }
    }

    /** The sample of one article, for comparison with those of others. */
    private static final class SampleIndex {
        private int[] seeds = new int[256];
        private int[] places = new int[256];

        void fill(long[] sample, int length) {
            int size = Math.max(256, Integer.highestOneBit(length * 2) * 2);
            if (size > seeds.length) {
                seeds = new int[size];
                places = new int[size];
            } else {
                Arrays.fill(seeds, 0);
            }
            for (int i = 0; i < length; i++) {
                int slot = slot((int) (sample[i] >>> 32));
                if (seeds[slot] == 0) {
                    seeds[slot] = (int) (sample[i] >>> 32);
                    places[slot] = (int) sample[i];
                }
            }
        }

        private int slot(int seed) {
            int slot = seed >>> 2 & (seeds.length - 1);
            while (seeds[slot] != 0 && seeds[slot] != seed) {
                slot = (slot + 1) & (seeds.length - 1);
            }
            return slot;
        }

        double share(long[] sample, int length, int mask, int shorter) {
            int matches = 0;
            int covered = 0;
            int lastHere = -1;
            int lastThere = -1;
            for (int i = 0; i < length; i++) {
                int seed = (int) (sample[i] >>> 32);
                if ((seed & mask) != 0) {
                    continue;
                }
                int slot = slot(seed);
                if (seeds[slot] == 0) {
                    continue;
                }
                matches++;
                int here = (int) sample[i];
                int there = places[slot];
                boolean goesOn =
                        lastHere >= 0 && here - lastHere <= BRIDGE && Math.abs(there - lastThere) <= BRIDGE * 2;
                covered += goesOn ? Math.min(here - lastHere, Math.abs(there - lastThere)) : 4;
                lastHere = here;
                lastThere = there;
            }
            boolean enough = matches * (mask + 1) >= LEAST_MATCHES * shorter;
            return enough ? Math.min(1, covered / (double) Math.max(1, shorter)) : 0;
        }
    }
}
