package dev.peregrine.host.config;

import java.util.List;

/**
 * What a person never wants to see, in any search profile. Each entry counts as whole words.
 *
 * @param companies names of employers
 * @param industries words in an employer's name, its industry or a posting's text
 * @param locations words in a posting's places
 * @param agencies whether to hide who advertises for another employer
 * @param postings addresses of single postings
 */
public record Blocklist(
    List<String> companies,
    List<String> industries,
    List<String> locations,
    boolean agencies,
    List<String> postings) {

  /** Nothing is blocked. */
  public static final Blocklist NONE = new Blocklist(List.of(), List.of(), List.of());

  public Blocklist {
    companies = texts(companies);
    industries = texts(industries);
    locations = texts(locations);
    postings = texts(postings);
  }

  /** Without agencies and single postings. */
  public Blocklist(List<String> companies, List<String> industries, List<String> locations) {
    this(companies, industries, locations, false, List.of());
  }

  private static List<String> texts(List<String> typed) {
    return typed.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
  }
}
