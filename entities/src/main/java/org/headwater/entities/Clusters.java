package org.headwater.entities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names joined into parties. A join is refused where a person ruled that two of the names are not one party's, or where
 * it would make two offices one.
 */
final class Clusters {
    private final List<NameNode> nodes;
    private final int[] parent;
    private final List<Set<Integer>> apart = new ArrayList<>();
    private final List<Optional<Offices.Office>> offices = new ArrayList<>();
    private final Map<Integer, List<Link>> links = new HashMap<>();

    Clusters(List<NameNode> nodes) {
        this.nodes = nodes;
        this.parent = new int[nodes.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            apart.add(new TreeSet<>());
            offices.add(nodes.get(i).office());
        }
    }

    int root(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Keeps two names apart, whatever comes later. */
    void keepApart(int a, int b) {
        if (root(a) != root(b)) {
            apart.get(root(a)).add(root(b));
            apart.get(root(b)).add(root(a));
        }
    }

    /** Joins the parties of two names. Does nothing if they are one already or must be kept apart. */
    void join(Link link) {
        int a = root(link.a());
        int b = root(link.b());
        if (a == b || apart.get(a).contains(b)) {
            return;
        }
        Optional<Offices.Office> left = offices.get(a);
        Optional<Offices.Office> right = offices.get(b);
        if (!link.ruled() && left.isPresent() && right.isPresent() && !left.equals(right)) {
            return;
        }
        int kept = Math.min(a, b);
        int gone = Math.max(a, b);
        parent[gone] = kept;
        offices.set(kept, left.isPresent() ? left : right);
        for (int other : apart.get(gone)) {
            apart.get(other).remove(gone);
            apart.get(other).add(kept);
            apart.get(kept).add(other);
        }
        links.computeIfAbsent(link.a(), n -> new ArrayList<>()).add(link);
        links.computeIfAbsent(link.b(), n -> new ArrayList<>()).add(link);
    }

    /** Whether it was joined with no other name. */
    boolean isAlone(int node) {
        return !links.containsKey(node);
    }

    /**
     * How every name of a party came to this one: for each, the links from it to this name. There is one way to each,
     * since names that are one party already are not joined again.
     */
    Map<Integer, List<Link>> ways(int to) {
        Map<Integer, List<Link>> ways = new HashMap<>();
        ways.put(to, List.of());
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(to));
        while (!open.isEmpty()) {
            int at = open.remove();
            for (Link link : links.getOrDefault(at, List.of())) {
                int next = link.a() == at ? link.b() : link.a();
                if (!ways.containsKey(next)) {
                    List<Link> way = new ArrayList<>(List.of(link));
                    way.addAll(ways.get(at));
                    ways.put(next, way);
                    open.add(next);
                }
            }
        }
        return ways;
    }

    NameNode node(int index) {
        return nodes.get(index);
    }

    /** The names of each party, by index, in the order of their first names. */
    List<List<Integer>> groups() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }

    /**
     * Why two names may be one party's.
     *
     * @param a one name
     * @param b the other
     * @param score 0 to 1
     * @param reason why
     * @param ruled whether a person said so
     */
    record Link(int a, int b, double score, String reason, boolean ruled) {}
}
