package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first line of a posting, {@code Company | Role | Place | REMOTE | Full-time | $90k}, in any
 * order. Each part is read by what is in it; what is not understood is left out.
 *
 * @param line the whole line, without links
 * @param named the part that names the company, with what stands around the name
 * @param rest the other parts
 */
record Headline(String line, Optional<Segment> named, List<Segment> rest) {

  private static final Pattern BAR = Pattern.compile("\\s*[|｜¦]+\\s*");
  private static final Pattern DASH = Pattern.compile("\\s+[-–—•·]+\\s+");
  private static final Pattern LINK = Pattern.compile("(?i)<?\\bhttps?://[^\\s|]+");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|\\[\\s*]|<\\s*>");
  private static final Pattern HIRING =
      Pattern.compile(
          "(?i)(.{2,60}?) (?:is|are) (?:now )?(?:hiring|looking for|seeking)\\b:?(?: an?\\b)?(.*)");
  private static final Pattern AFTER_NAME = Pattern.compile("\\s+[-–—]\\s+|[:,]\\s|\\s*[(\\[]");

  static Headline of(String headline) {
    List<Segment> parts = parts(bare(headline));
    String line = String.join(" | ", parts.stream().map(Segment::text).toList());
    String shown = line.isEmpty() ? headline : line;
    Matcher hiring = HIRING.matcher(parts.isEmpty() ? "" : parts.getFirst().text());
    if (hiring.matches()) {
      // "Acme is hiring engineers | Bern": two parts in one, or the beginning of a sentence.
      var sought = new Segment(hiring.group(2).strip());
      Stream<Segment> first =
          Stream.of(sought).filter(part -> parts.size() > 1 || Segment.isRoleName(part.text()));
      return new Headline(
          shown,
          Optional.of(new Segment(hiring.group(1))),
          Stream.concat(first, parts.stream().skip(1)).toList());
    }
    Optional<Segment> named = named(parts);
    return new Headline(
        shown, named, parts.stream().filter(part -> !named.equals(Optional.of(part))).toList());
  }

  private static String bare(String headline) {
    String line = EMPTY_BRACKETS.matcher(LINK.matcher(headline).replaceAll(" ")).replaceAll(" ");
    return line.replaceAll("\\s+", " ").strip();
  }

  private static List<Segment> parts(String line) {
    String[] barred = BAR.split(line);
    String[] dashed = DASH.split(line);
    String[] parts = barred.length > 1 ? barred : dashed.length > 2 ? dashed : new String[] {line};
    return Stream.of(parts)
        .map(String::strip)
        .filter(part -> part.matches("[^-–—].*"))
        .map(Segment::new)
        .toList();
  }

  /** The company stands first, unless that part says plainly something else. */
  private static Optional<Segment> named(List<Segment> parts) {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    Segment first = parts.getFirst();
    long roles = parts.stream().filter(part -> part.kind() == Segment.Kind.ROLE).count();
    return switch (first.kind()) {
      case LINK, OTHER -> Optional.of(first);
      case ROLE -> roles > 1 ? Optional.of(first) : Optional.empty();
      case PLACE, PAY, EMPLOYMENT ->
          parts.stream().filter(part -> part.kind() == Segment.Kind.OTHER).findFirst();
    };
  }

  Optional<String> company() {
    return named
        .map(part -> AFTER_NAME.split(part.text(), 2)[0].strip())
        .filter(name -> !name.isEmpty() && name.length() <= 80);
  }

  /** Names of roles; "multiple roles" is none. */
  List<String> roles() {
    return of(Segment.Kind.ROLE).map(Segment::text).filter(Segment::isRoleName).distinct().toList();
  }

  /** The part after the company, which by custom is the role, where it is nothing else. */
  Optional<String> secondPart() {
    return rest.stream()
        .filter(part -> part.kind() != Segment.Kind.LINK)
        .findFirst()
        .filter(part -> named.isPresent())
        .filter(part -> part.kind() == Segment.Kind.OTHER || part.kind() == Segment.Kind.ROLE)
        .map(Segment::text);
  }

  List<Place> places() {
    return of(Segment.Kind.PLACE).flatMap(part -> part.place().stream()).distinct().toList();
  }

  /** Remote where a person may choose it; hybrid where any part says so. */
  Optional<RemoteMode> remote() {
    var modes = EnumSet.noneOf(RemoteMode.class);
    rest.forEach(part -> modes.addAll(part.modes()));
    return Stream.of(RemoteMode.HYBRID, RemoteMode.REMOTE, RemoteMode.ON_SITE)
        .filter(modes::contains)
        .findFirst();
  }

  Optional<String> remoteFrom() {
    return of(Segment.Kind.PLACE).flatMap(part -> part.remoteFrom().stream()).findFirst();
  }

  Set<EmploymentType> employmentTypes() {
    var types = EnumSet.noneOf(EmploymentType.class);
    rest.forEach(part -> types.addAll(part.employmentTypes()));
    return types;
  }

  Optional<Salary> salary() {
    return rest.stream().flatMap(part -> part.salary().stream()).findFirst();
  }

  private Stream<Segment> of(Segment.Kind kind) {
    return rest.stream().filter(part -> part.kind() == kind);
  }
}
