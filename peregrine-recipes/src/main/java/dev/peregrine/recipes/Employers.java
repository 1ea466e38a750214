package dev.peregrine.recipes;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The employers' side of a board that has a page for each.
 *
 * @param careers the addresses of their pages
 * @param starters whom to search until the person names some
 * @param unknown what an answer says where the board does not know the employer, beside 404
 */
record Employers(List<AddressPattern> careers, List<Employer> starters, Condition unknown) {

  static Employers read(RecipePart part, ExpressionReader expressions) {
    Map<String, RecipePart> members =
        part.members(Set.of("careers", "reserved", "starters", "unknown"));
    Set<String> reserved =
        texts(members, "reserved").stream()
            .map(RecipePart::text)
            .map(Texts::lower)
            .collect(Collectors.toUnmodifiableSet());
    return new Employers(
        part.need(members, "careers", "[\"jobs.example.com/{employer}\"]").items().stream()
            .map(item -> AddressPattern.read(item, "employer", reserved))
            .toList(),
        texts(members, "starters").stream().map(Employers::employer).toList(),
        Condition.read(Optional.ofNullable(members.get("unknown")), expressions));
  }

  private static List<RecipePart> texts(Map<String, RecipePart> members, String name) {
    return Optional.ofNullable(members.get(name)).map(RecipePart::items).orElse(List.of());
  }

  private static Employer employer(RecipePart part) {
    try {
      return Employer.of(part.text());
    } catch (IllegalArgumentException noSlug) {
      throw part.wrong("the short name from the address of a career page, such as gitlab");
    }
  }

  /** The employer whose page or posting has that address. */
  Optional<Employer> at(URI address) {
    return careers.stream()
        .flatMap(pattern -> pattern.find(address).stream())
        .findFirst()
        .flatMap(
            slug -> {
              try {
                return Optional.of(Employer.of(slug));
              } catch (IllegalArgumentException noSlug) {
                return Optional.empty();
              }
            });
  }
}
