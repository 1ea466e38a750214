package dev.peregrine.calendar.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands between BEGIN and END. */
record IcsPart(String name, List<IcsLine> lines, List<IcsPart> parts) {

  private static final int DEEPEST = 8;

  /** A text as a part without a name; what is not closed is closed at the end. */
  static IcsPart of(List<IcsLine> lines) {
    var root = new IcsPart("", new ArrayList<>(), new ArrayList<>());
    var open = new ArrayDeque<IcsPart>();
    open.push(root);
    for (IcsLine line : lines) {
      if (line.name().equals("BEGIN") && open.size() < DEEPEST) {
        String name = line.value().strip().toUpperCase(Locale.ROOT);
        var part = new IcsPart(name, new ArrayList<>(), new ArrayList<>());
        open.element().parts().add(part);
        open.push(part);
      } else if (line.name().equals("END") && open.size() > 1) {
        open.pop();
      } else {
        open.element().lines().add(line);
      }
    }
    return root;
  }

  List<IcsPart> parts(String wanted) {
    return parts.stream().filter(part -> part.name().equals(wanted)).toList();
  }

  Optional<IcsLine> find(String wanted) {
    return lines.stream().filter(line -> line.name().equals(wanted)).findFirst();
  }

  /** The text of a line; empty where there is none. */
  Optional<String> text(String wanted) {
    return find(wanted).map(IcsLine::text).map(String::strip).filter(text -> !text.isEmpty());
  }
}
