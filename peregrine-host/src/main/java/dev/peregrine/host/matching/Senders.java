package dev.peregrine.host.matching;

import dev.peregrine.host.http.RegistrableDomain;
import dev.peregrine.host.pipeline.CompanyKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Who sends mails for others, and words that say too little by themselves. */
final class Senders {

  /** What a domain is to whoever gets a mail from there. */
  enum Kind {
    /** Somebody's own. */
    OWN,
    /** A system in which employers handle applications. */
    SYSTEM,
    BOARD,
    /** Mailboxes for everybody. */
    FREE
  }

  private static final Pattern NO_NAME = Pattern.compile("[+_.\\d-].*");
  private static final int MOST_KEPT = 20_000;
  private static final Senders SHIPPED = new Senders(list());

  private final Set<String> systems = new HashSet<>();
  private final Set<String> boards = new HashSet<>();
  private final Set<String> free = new HashSet<>();
  private final Set<String> roles = new HashSet<>();
  private final Set<String> common = new HashSet<>();
  private final Set<String> around = new HashSet<>();
  private final ConcurrentHashMap<String, Optional<String>> domains = new ConcurrentHashMap<>();

  private Senders(String lines) {
    for (String line : lines.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length > 1 && !line.startsWith("#")) {
        boolean areNames = words[0].equals("common") || words[0].equals("around");
        for (String word : Arrays.asList(words).subList(1, words.length)) {
          if (areNames) {
            of(words[0]).addAll(CompanyKey.words(word));
          } else {
            of(words[0]).add(word);
          }
        }
      }
    }
  }

  static Senders known() {
    return SHIPPED;
  }

  private Set<String> of(String word) {
    return switch (word) {
      case "system" -> systems;
      case "board" -> boards;
      case "free" -> free;
      case "role" -> roles;
      case "common" -> common;
      case "around" -> around;
      default -> throw new IllegalStateException("senders.txt: \"" + word + "\" is no such list.");
    };
  }

  /** What was registered of a host, see {@link RegistrableDomain}. */
  Optional<String> domain(String host) {
    if (domains.size() > MOST_KEPT) {
      domains.clear();
    }
    return domains.computeIfAbsent(host, RegistrableDomain::of);
  }

  /** What a registrable domain is. */
  Kind kind(String domain) {
    if (systems.contains(domain)) {
      return Kind.SYSTEM;
    }
    if (boards.contains(domain)) {
      return Kind.BOARD;
    }
    int dot = domain.indexOf('.');
    String anywhere = dot < 0 ? domain : domain.substring(0, dot) + ".*";
    return free.contains(domain) || free.contains(anywhere) ? Kind.FREE : Kind.OWN;
  }

  /** Whether no single person reads there. */
  boolean isRole(String local) {
    String name = local.toLowerCase(Locale.ROOT);
    return roles.contains(name)
        || roles.contains(NO_NAME.matcher(name).replaceFirst(""))
        || name.contains("noreply")
        || name.contains("no-reply")
        || name.contains("donotreply");
  }

  /** Whether a word, as {@code CompanyKey.words} writes it, says too little by itself. */
  boolean isCommon(String word) {
    return word.length() < 4 || common.contains(word);
  }

  /** Whether it stands beside employers' names, and is no part of them. */
  boolean isAround(String word) {
    return around.contains(word);
  }

  private static String list() {
    try (InputStream in = Senders.class.getResourceAsStream("/matching/senders.txt")) {
      if (in == null) {
        throw new IllegalStateException("This build of Peregrine holds no list of senders.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
