package dev.peregrine.host.matching;

import dev.peregrine.host.pipeline.Application;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.NamedTitle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Applications by what a mail can tell of one. */
final class ApplicationIndex {

  /** Under this many different employers a domain may belong to one of them. */
  private static final int MOST_EMPLOYERS = 1;

  /** Shorter ones stand in any text: years, amounts, times. */
  private static final Pattern NUMBER = Pattern.compile("(?=.*\\d.*\\d)[\\w-]{6,40}");

  private static final Pattern NUMBERS = Pattern.compile("[\\w-]{6,40}");

  private final Map<Long, Known> applications = new LinkedHashMap<>();
  private final Map<String, Set<Long>> employers = new HashMap<>();
  private final Map<String, Set<Long>> domains = new HashMap<>();
  private final Map<String, Set<Long>> seenOn = new HashMap<>();
  private final Map<String, Set<Long>> mails = new HashMap<>();
  private final Map<String, Set<Long>> slugs = new HashMap<>();
  private final Map<String, Set<Long>> numbers = new HashMap<>();
  private final Set<String> met;
  private final NameIndex names;
  private final Senders senders;

  /** An application with its names. */
  record Known(Application application, String employer, NamedTitle title) {
    long id() {
      return application.id();
    }
  }

  /**
   * @param people addresses of mail of people, by employer
   * @param met addresses of those of the people who are known only by earlier mails
   * @param sites employers' sites that the person named, by employer
   */
  ApplicationIndex(
      List<Application> all,
      Map<String, ? extends Collection<String>> people,
      Set<String> met,
      Map<String, String> sites,
      Senders senders) {
    this.senders = senders;
    this.met = Set.copyOf(met);
    for (Application one : all) {
      add(new Known(one, CompanyKey.of(one.company()), new NamedTitle(one.title())));
    }
    people.forEach((employer, addresses) -> addresses.forEach(mail -> person(employer, mail)));
    sites.forEach(
        (employer, site) -> ofEmployer(employer).forEach(job -> address(site, job, domains)));
    names =
        new NameIndex(
            employers.keySet().stream().filter(Predicate.not(String::isEmpty)).toList(), senders);
  }

  private void add(Known known) {
    Application one = known.application();
    applications.put(one.id(), known);
    put(employers, known.employer(), one.id());
    one.addresses().forEach(address -> address(address, one.id(), seenOn));
    one.numbers().stream()
        .filter(number -> NUMBER.matcher(number).matches())
        .forEach(number -> put(numbers, number.toLowerCase(Locale.ROOT), one.id()));
    for (String mail : one.mails()) {
      put(mails, mail, one.id());
      domain(mail).ifPresent(domain -> ifOwn(domain, one.id(), domains));
    }
  }

  private void person(String employer, String mail) {
    for (long job : ofEmployer(employer)) {
      put(mails, mail.toLowerCase(Locale.ROOT), job);
      if (!met.contains(mail.toLowerCase(Locale.ROOT))) {
        domain(mail).ifPresent(domain -> ifOwn(domain, job, domains));
      }
    }
  }

  /** Whether the address is known only because an earlier mail came from there. */
  boolean isOnlyMet(String mail) {
    return met.contains(mail);
  }

  private Optional<String> domain(String mail) {
    return senders.domain(mail.substring(mail.lastIndexOf('@') + 1));
  }

  private void address(String address, long job, Map<String, Set<Long>> into) {
    Hosts.host(address)
        .flatMap(senders::domain)
        .ifPresent(
            domain -> {
              if (senders.kind(domain) == Senders.Kind.SYSTEM) {
                Hosts.slugs(address, domain).forEach(slug -> put(slugs, slug, job));
              }
              ifOwn(domain, job, into);
            });
  }

  private void ifOwn(String domain, long job, Map<String, Set<Long>> into) {
    if (senders.kind(domain) == Senders.Kind.OWN) {
      put(into, domain, job);
    }
  }

  private static void put(Map<String, Set<Long>> map, String key, long job) {
    map.computeIfAbsent(key, _ -> new HashSet<>()).add(job);
  }

  boolean isEmpty() {
    return applications.isEmpty();
  }

  Collection<Known> all() {
    return applications.values();
  }

  Known of(long job) {
    return Objects.requireNonNull(applications.get(job));
  }

  boolean has(long job) {
    return applications.containsKey(job);
  }

  /** Contacts of a job without an employer's name stand under "job:12". */
  Set<Long> ofEmployer(String employer) {
    if (employer.matches("job:\\d{1,18}")) {
      long job = Long.parseLong(employer.substring("job:".length()));
      return has(job) ? Set.of(job) : Set.of();
    }
    return employer.isEmpty() ? Set.of() : employers.getOrDefault(employer, Set.of());
  }

  /** Whose people, or whose posting, has that address of mail. */
  Set<Long> withMail(String mail) {
    return mails.getOrDefault(mail, Set.of());
  }

  /** Whose own domain it is, as the person, a posting or its address says. */
  Set<Long> withDomain(String domain) {
    Set<Long> named = of(names.compact(Hosts.label(domain)), seenOn.getOrDefault(domain, Set.of()));
    Set<Long> own = domains.getOrDefault(domain, Set.of());
    if (named.isEmpty()) {
      return own;
    }
    var both = new HashSet<>(named);
    both.addAll(own);
    return both;
  }

  /** Whose posting stands on a domain that does not have its name; none where several do. */
  Set<Long> seenOn(String domain) {
    Set<Long> jobs = seenOn.getOrDefault(domain, Set.of());
    return jobs.stream().map(job -> of(job).employer()).distinct().count() > MOST_EMPLOYERS
        ? Set.of()
        : jobs;
  }

  /** Whose name a domain has. */
  Set<Long> named(String domain) {
    return ofEmployers(names.compact(Hosts.label(domain)));
  }

  /** Whom a short name in a system stands for. */
  Set<Long> withSlug(String slug) {
    var jobs = new HashSet<>(slugs.getOrDefault(slug, Set.of()));
    jobs.addAll(ofEmployers(names.compact(slug)));
    return jobs;
  }

  Set<Long> ofEmployers(Collection<String> keys) {
    return keys.stream().flatMap(key -> ofEmployer(key).stream()).collect(Collectors.toSet());
  }

  private Set<Long> of(Collection<String> keys, Set<Long> among) {
    return ofEmployers(keys).stream().filter(among::contains).collect(Collectors.toSet());
  }

  /** Applications of which a text has the number, with the number. */
  Map<Long, String> withNumbers(String text) {
    var found = new HashMap<Long, String>();
    Matcher number = NUMBERS.matcher(text);
    while (number.find()) {
      Set<Long> jobs = numbers.getOrDefault(number.group().toLowerCase(Locale.ROOT), Set.of());
      if (jobs.size() == 1) {
        jobs.forEach(job -> found.put(job, number.group()));
      }
    }
    return found;
  }

  NameIndex names() {
    return names;
  }
}
