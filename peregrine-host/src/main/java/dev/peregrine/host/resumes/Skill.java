package dev.peregrine.host.resumes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A skill, or a group of them: "Java", or "Languages" with the keywords Java and Go.
 *
 * @param level as written
 * @param years our extension: years of practice
 * @param keywords the skills of a group
 * @param other members we have no name for, kept as they are
 */
public record Skill(
    Optional<String> name,
    Optional<String> level,
    Optional<BigDecimal> years,
    List<String> keywords,
    Unmapped other) {

  /** Says nothing. */
  public static final Skill EMPTY =
      new Skill(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Unmapped.NONE);

  public Skill {
    keywords = List.copyOf(keywords);
  }

  public Skill withName(Optional<String> name) {
    return new Skill(name, level, years, keywords, other);
  }

  public Skill withName(String name) {
    return withName(Optional.of(name));
  }

  public Skill withLevel(Optional<String> level) {
    return new Skill(name, level, years, keywords, other);
  }

  public Skill withLevel(String level) {
    return withLevel(Optional.of(level));
  }

  public Skill withYears(Optional<BigDecimal> years) {
    return new Skill(name, level, years, keywords, other);
  }

  public Skill withKeywords(List<String> keywords) {
    return new Skill(name, level, years, keywords, other);
  }

  public Skill withOther(Unmapped other) {
    return new Skill(name, level, years, keywords, other);
  }
}
