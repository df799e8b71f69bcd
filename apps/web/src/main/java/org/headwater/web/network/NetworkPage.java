package org.headwater.web.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.WrittenForm;
import org.headwater.codebook.Slot;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.SlotValue;
import org.headwater.web.page.OpenCase;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who stands in findings together with whom, and where. */
@Controller
class NetworkPage {
    private static final String PLACE = "place";
    private static final int FEWEST = 40;
    private static final int MOST = 200;

    private final OpenCase open;

    NetworkPage(OpenCase open) {
        this.open = open;
    }

    /** A tie as a line. */
    record Line(String one, String oneRole, String other, String otherRole, long findings) {}

    private record Node(String id, String label, String role, long findings) {}

    private record Edge(String source, String target, long findings) {}

    private record Graph(List<Node> nodes, List<Edge> edges) {}

    @GetMapping("/network")
    String show(@RequestParam(name = "ties", defaultValue = "80") int ties, Model model) {
        int most = Math.max(FEWEST, Math.min(MOST, ties));
        model.addAttribute("lines", lines(most));
        model.addAttribute("ties", most);
        return "network";
    }

    private List<Line> lines(int most) {
        return open.holdings().ties(most).stream()
                .map(tie -> new Line(
                        tie.one(),
                        label(tie.oneSlot()),
                        name(tie.other(), tie.otherSlot()),
                        label(tie.otherSlot()),
                        tie.findings()))
                .toList();
    }

    /** A place as the reader calls it; a party as it is called in the case. */
    private String name(String name, String slot) {
        if (!slot.equals(PLACE)) {
            return name;
        }
        Optional<String> code = Gazetteer.shipped()
                .named(name)
                .filter(place -> place.type() == Gazetteer.Type.COUNTRY)
                .flatMap(Gazetteer.Place::country);
        return open.words().slots().place(new SlotValue.Place(name, code, code.map(each -> "iso:" + each), name));
    }

    /** What readers call the slot in the first kind that has it. */
    private String label(String slot) {
        return open.codebook().kinds().stream()
                .flatMap(kind -> kind.slot(slot).stream())
                .map(Slot::label)
                .findFirst()
                .orElse(slot);
    }

    /** The same for the script that draws it. */
    @GetMapping(path = "/network/ties", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ties(@RequestParam(name = "ties", defaultValue = "80") int ties) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (Holdings.Tie tie : open.holdings().ties(Math.max(FEWEST, Math.min(MOST, ties)))) {
            add(nodes, tie.one(), tie.oneSlot(), tie.findings());
            add(nodes, tie.other(), tie.otherSlot(), tie.findings());
            edges.add(new Edge(tie.one(), tie.other(), tie.findings()));
        }
        return WrittenForm.json(new Graph(List.copyOf(nodes.values()), edges)).toString();
    }

    private void add(Map<String, Node> nodes, String name, String slot, long findings) {
        String role = slot.equals(PLACE) ? PLACE : "party";
        String label = name(name, slot);
        nodes.merge(
                name,
                new Node(name, label, role, findings),
                (one, other) -> new Node(name, label, one.role(), one.findings() + other.findings()));
    }
}
