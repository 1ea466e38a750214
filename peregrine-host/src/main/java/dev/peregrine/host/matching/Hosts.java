package dev.peregrine.host.matching;

import dev.peregrine.host.pipeline.CompanyKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the address of a posting tells of its employer. */
final class Hosts {

  private static final Set<String> NO_SLUGS =
      Set.of(
          "www",
          "jobs",
          "job",
          "careers",
          "career",
          "karriere",
          "apply",
          "boards",
          "job boards",
          "api",
          "app",
          "hire",
          "recruiting",
          "eu",
          "us",
          "en",
          "de",
          "view",
          "o",
          "j",
          "embed",
          "l",
          "p",
          "position",
          "positions",
          "companies",
          "company",
          "stellen",
          "m",
          "mail",
          "talent");

  private Hosts() {}

  static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  /** The short names that employers have in a system: of the host and of the path. */
  static List<String> slugs(String address, String registrable) {
    var slugs = new ArrayList<String>();
    host(address)
        .filter(host -> host.length() > registrable.length())
        .map(host -> host.substring(0, host.length() - registrable.length() - 1))
        .ifPresent(below -> slugs.addAll(List.of(below.split("\\.", -1))));
    try {
      String path = Optional.ofNullable(URI.create(address.strip()).getPath()).orElse("");
      for (String part : path.split("/", 4)) {
        slugs.add(part);
      }
    } catch (IllegalArgumentException odd) {
      return List.of();
    }
    return slugs.stream().map(Hosts::compact).filter(slug -> slug.length() > 1).toList();
  }

  /** Without what domains and short names write between words; empty for what is no name. */
  static String compact(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    return NO_SLUGS.contains(name) || name.matches("wd\\d+|[\\d-]+")
        ? ""
        : String.join("", CompanyKey.words(name));
  }

  /** The first part of a registrable domain, without what is written between words. */
  static String label(String domain) {
    int dot = domain.indexOf('.');
    return compact(dot < 0 ? domain : domain.substring(0, dot));
  }
}
