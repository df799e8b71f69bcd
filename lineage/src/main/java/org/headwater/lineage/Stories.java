package org.headwater.lineage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which articles are one story: disjoint sets, each also a ring of its members. */
final class Stories {
    /** So many entries are read or written at once. */
    private static final int PART = 1 << 13;

    private int[] parents = new int[1024];
    private int[] next = new int[1024];
    private int count;

    void add() {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, count * 2);
            next = Arrays.copyOf(next, count * 2);
        }
        parents[count] = count;
        next[count] = count;
        count++;
    }

    /** Writes the stories of all articles, in the form that {@link #readFrom} reads. */
    void writeTo(MappedLongs.Writer out) throws IOException {
        out.put(count);
        long[] entries = new long[PART];
        for (int begin = 0; begin < count; begin += PART) {
            int length = Math.min(PART, count - begin);
            for (int i = 0; i < length; i++) {
                entries[i] = (long) parents[begin + i] << 32 | next[begin + i];
            }
            out.put(entries, length);
        }
    }

    /** Takes in the stories of articles traced before; nothing may have been added. */
    void readFrom(MappedLongs in) {
        count = (int) in.get(0);
        parents = new int[Math.max(1024, count + count / 8)];
        next = new int[parents.length];
        long[] entries = new long[PART];
        for (int begin = 0; begin < count; begin += PART) {
            int length = Math.min(PART, count - begin);
            in.get(1L + begin, entries, length);
            for (int i = 0; i < length; i++) {
                parents[begin + i] = (int) (entries[i] >>> 32);
                next[begin + i] = (int) entries[i];
            }
        }
    }

    int root(int article) {
        int root = article;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Makes two stories one, named by their earliest article. */
    void join(int one, int two) {
        int a = root(one);
        int b = root(two);
        if (a != b) {
            parents[Math.max(a, b)] = Math.min(a, b);
            int after = next[one];
            next[one] = next[two];
            next[two] = after;
        }
    }

    /** The members of an article's story, ascending. */
    int[] members(int article) {
        int[] members = new int[8];
        int size = 0;
        int member = article;
        do {
            if (size == members.length) {
                members = Arrays.copyOf(members, size * 2);
            }
            members[size++] = member;
            member = next[member];
        } while (member != article);
        int[] sorted = Arrays.copyOf(members, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The stories of two and more with at least one article from this number on. */
    List<List<Integer>> since(int first) {
        List<List<Integer>> stories = new ArrayList<>();
        BitSet told = new BitSet();
        for (int i = first; i < count; i++) {
            int root = root(i);
            if (next[i] != i && !told.get(root)) {
                told.set(root);
                stories.add(Arrays.stream(members(i)).boxed().toList());
            }
        }
        stories.sort((one, two) -> Integer.compare(one.get(0), two.get(0)));
        return stories;
    }
}
