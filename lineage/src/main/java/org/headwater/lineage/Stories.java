package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which articles are one story: disjoint sets, each also a ring of its members. */
final class Stories {
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

    /** The stories of two and more. */
    List<List<Integer>> all() {
        List<List<Integer>> stories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (parents[i] == i && next[i] != i) {
                stories.add(Arrays.stream(members(i)).boxed().toList());
            }
        }
        stories.sort(Comparator.comparing(members -> members.get(0)));
        return stories;
    }
}
