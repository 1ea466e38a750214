package dev.peregrine.host.research;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of a company: one version, kept as it was made.
 *
 * @param company the key under which its jobs share it
 * @param name as the posting or the person writes it
 * @param writer the person's name for the model that worded it; empty where the sources speak for
 *     themselves
 * @param sections in the order of {@link Heading}
 * @param sources what it was made from, by number
 * @param looked how it went at each place
 */
public record Brief(
    long id,
    String company,
    String name,
    Instant made,
    Optional<String> writer,
    List<BriefSection> sections,
    List<Source> sources,
    List<Looked> looked) {

  public Brief {
    sections = List.copyOf(sections);
    sources = List.copyOf(sources);
    looked = List.copyOf(looked);
  }

  /** Whether anything in it was looked up on the web, and not only read in postings. */
  public boolean isLive() {
    return sources.stream().anyMatch(Source::isLive);
  }

  /** What it tells under a heading. */
  public Optional<BriefSection> section(Heading heading) {
    return sections.stream().filter(section -> section.heading() == heading).findFirst();
  }

  /** Its sources by {@link Source#id}. */
  public Map<Long, Source> sourcesById() {
    return sources.stream()
        .collect(Collectors.toMap(Source::id, Function.identity(), (one, same) -> one));
  }

  /** What it tells, as plain text; what a model says by itself is left out. Others wrote it. */
  public String text() {
    return sections.stream()
        .map(
            section ->
                section.claims().stream()
                    .filter(claim -> claim.standing() != BriefClaim.Standing.OWN)
                    .map(claim -> "- " + claim.text())
                    .collect(Collectors.joining("\n", section.heading().key() + "\n", "")))
        .filter(text -> text.indexOf('\n') > 0)
        .collect(Collectors.joining("\n"));
  }

  /** Whether nothing was found under any heading. */
  public boolean isEmpty() {
    return sections.stream().allMatch(section -> section.claims().isEmpty());
  }
}
