package dev.peregrine.host.invitations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A component: what stands between BEGIN and END.
 *
 * @param name in capitals
 */
record IcsPart(String name, List<IcsLine> lines, List<IcsPart> parts) {

  private static final int DEEPEST = 6;
  private static final int MOST_LINES = 20_000;

  /** All of a file as one part; what is not ended ends with it. */
  static IcsPart of(List<IcsLine> lines) {
    var root = new IcsPart("", new ArrayList<>(), new ArrayList<>());
    Deque<IcsPart> open = new ArrayDeque<>(List.of(root));
    for (IcsLine line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      String named = line.value().strip().toUpperCase(Locale.ROOT);
      switch (line.name()) {
        case "BEGIN" -> {
          var part = new IcsPart(named, new ArrayList<>(), new ArrayList<>());
          if (open.size() <= DEEPEST) {
            open.element().parts().add(part);
          }
          open.push(part);
        }
        case "END" -> {
          if (open.size() > 1 && open.stream().anyMatch(part -> part.name().equals(named))) {
            while (open.size() > 1 && !open.pop().name().equals(named)) {
              // what was not ended ends here
            }
          }
        }
        default -> open.element().lines().add(line);
      }
    }
    return root;
  }

  List<IcsPart> parts(String named) {
    return parts.stream().filter(part -> part.name().equals(named)).toList();
  }

  Optional<IcsLine> find(String named) {
    return lines.stream().filter(line -> line.name().equals(named)).findFirst();
  }

  List<IcsLine> all(String named) {
    return lines.stream().filter(line -> line.name().equals(named)).toList();
  }

  /** The first line of that name as one line of text; empty for none. */
  String line(String named) {
    return find(named).map(IcsLine::line).orElse("");
  }
}
