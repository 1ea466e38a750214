package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.matching.Senders.Kind;
import dev.peregrine.host.pipeline.CompanyKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What in one mail speaks for which applications. The confidences were set so that a mail is only
 * taken to belong somewhere where its sender says so, or two signs agree.
 */
final class Clues {

  private static final double FULL = 0.99;
  private static final double NAMED = 0.9;
  private static final double PARTLY = 0.15;

  private final ApplicationIndex index;
  private final Senders senders;
  private final Set<String> ownDomains;
  private final Envelope mail;
  private final Map<Long, Candidate> found = new HashMap<>();
  private final Map<String, EmployerName> bySubject;
  private final Map<String, EmployerName> byText;
  private final Map<Long, Double> titles = new HashMap<>();

  Clues(ApplicationIndex index, Senders senders, Set<String> ownDomains, Envelope mail) {
    this.index = index;
    this.senders = senders;
    this.ownDomains = ownDomains;
    this.mail = mail;
    this.bySubject = index.names().in(mail.subjectWords());
    this.byText = index.names().in(mail.textWords());
  }

  /** The best clue of each application that there is one for. */
  Map<Long, Candidate> find() {
    for (Address address : mail.others()) {
      people(address);
      if (!mail.isForeign()) {
        address(address);
      }
    }
    if (!mail.isForeign()) {
      Kind from = kind();
      if (!mail.own()) {
        mail.others().stream()
            .findFirst()
            .flatMap(Address::name)
            .ifPresent(name -> shown(name, from));
        mail.replyTo().ifPresent(this::replyTo);
      }
      subject(from);
      text(from);
      numbers();
      if (from == Kind.SYSTEM && found.isEmpty()) {
        titleAlone();
      }
    }
    return found;
  }

  /** How much of an application's title the mail names. */
  double title(long job) {
    return titles.computeIfAbsent(
        job,
        _ -> {
          var title = index.of(job).title();
          return Math.max(
              title.standsIn(mail.subjectTitle()), 0.95 * title.standsIn(mail.textTitle()));
        });
  }

  private Kind kind() {
    return mail.others().stream()
        .findFirst()
        .flatMap(Address::domain)
        .flatMap(senders::domain)
        .map(senders::kind)
        .orElse(Kind.OWN);
  }

  private void people(Address address) {
    boolean role = senders.isRole(local(address));
    boolean met = index.isOnlyMet(address.mail());
    if (!mail.isForeign() || !role && !met) {
      offer(
          index.withMail(address.mail()),
          role ? Reason.SENDER : Reason.KNOWN_PERSON,
          address.mail(),
          met ? 0.9 : 0.95);
    }
  }

  private void address(Address address) {
    Optional<String> domain = address.domain().flatMap(senders::domain);
    if (domain.isEmpty()) {
      return;
    }
    switch (senders.kind(domain.get())) {
      case OWN -> domain(domain.get());
      case SYSTEM -> system(address, domain.get());
      case BOARD, FREE -> {}
    }
  }

  private void domain(String domain) {
    boolean own = ownDomains.contains(domain);
    if (mail.bulk() && !mail.aboutApplying()) {
      return;
    }
    offer(index.withDomain(domain), Reason.SENDER, domain, own ? 0.6 : 0.93);
    for (long job : index.named(domain)) {
      boolean unsure = own || isCommon(job) && !mail.aboutApplying();
      offer(Set.of(job), Reason.SENDER_NAME, domain, unsure ? 0.5 : 0.9);
    }
    for (long job : index.seenOn(domain)) {
      String employer = index.of(job).employer();
      boolean second =
          bySubject.containsKey(employer)
              || byText.containsKey(employer)
              || title(job) >= NAMED
              || sharesWord(domain, employer);
      offer(Set.of(job), Reason.SENDER, domain, own || !second ? 0.62 : 0.88);
    }
    int dot = domain.indexOf('.');
    List<String> label = CompanyKey.words(dot < 0 ? domain : domain.substring(0, dot));
    index
        .names()
        .in(label)
        .values()
        .forEach(
            name -> {
              double sure = name.isCommon() || !mail.aboutApplying() ? 0.5 : 0.85;
              offer(name, Reason.SENDER_NAME, domain, own ? 0.5 : sure);
            });
  }

  /** Whether a word of the employer's name stands in the domain: the posting is on their own. */
  private boolean sharesWord(String domain, String employer) {
    String label = Hosts.label(domain);
    return List.of(employer.split(" ", -1)).stream()
        .anyMatch(word -> !senders.isCommon(word) && label.contains(word));
  }

  private void system(Address address, String domain) {
    String local = local(address);
    int tag = local.indexOf('+');
    String before = tag < 0 ? local : local.substring(0, tag);
    if (!senders.isRole(before)) {
      offer(index.withSlug(Hosts.compact(before)), Reason.APPLICANT_SYSTEM, address.mail(), 0.92);
    }
    String host = address.domain().orElse(domain);
    if (host.length() > domain.length()) {
      for (String label : host.substring(0, host.length() - domain.length() - 1).split("\\.", -1)) {
        offer(index.withSlug(Hosts.compact(label)), Reason.APPLICANT_SYSTEM, host, 0.92);
      }
    }
  }

  /** The name that the mail shows of its sender. */
  private void shown(String name, Kind from) {
    List<String> words = CompanyKey.words(name);
    List<String> rest = words.stream().filter(word -> !senders.isAround(word)).toList();
    for (EmployerName one : index.names().in(words).values()) {
      boolean only = rest.equals(one.words()) || words.equals(one.words());
      double sure =
          switch (from) {
            case SYSTEM -> one.isCommon() ? (only ? 0.88 : 0.6) : 0.92;
            case BOARD -> one.isCommon() || !mail.aboutApplying() ? 0.5 : 0.8;
            case FREE -> one.isCommon() || !mail.aboutApplying() ? 0.4 : 0.68;
            case OWN ->
                one.isCommon()
                    ? (only && mail.aboutApplying() ? 0.65 : 0.3)
                    : mail.aboutApplying() ? (only ? 0.8 : 0.72) : 0.6;
          };
      offer(one, from == Kind.SYSTEM ? Reason.APPLICANT_SYSTEM : Reason.NAME, name, sure);
      withTitle(one, from);
    }
  }

  private void replyTo(Address address) {
    address
        .domain()
        .flatMap(senders::domain)
        .filter(domain -> senders.kind(domain) == Kind.OWN && !ownDomains.contains(domain))
        .ifPresent(
            domain -> {
              offer(index.withDomain(domain), Reason.REPLY_TO, domain, 0.92);
              for (long job : index.named(domain)) {
                offer(
                    Set.of(job),
                    Reason.REPLY_TO,
                    domain,
                    isCommon(job) && !mail.aboutApplying() ? 0.5 : 0.88);
              }
            });
  }

  private void subject(Kind from) {
    for (EmployerName name : bySubject.values()) {
      double sure =
          switch (from) {
            case SYSTEM -> name.isCommon() ? 0.6 : 0.88;
            case BOARD -> name.isCommon() || !mail.aboutApplying() ? 0.5 : 0.85;
            case OWN, FREE ->
                name.isCommon() || mail.bulk() ? 0.4 : mail.aboutApplying() ? 0.74 : 0.55;
          };
      offer(
          name,
          from == Kind.SYSTEM
              ? Reason.APPLICANT_SYSTEM
              : from == Kind.BOARD ? Reason.BOARD : Reason.NAME,
          mail.subject(),
          sure);
      withTitle(name, from);
    }
  }

  private void text(Kind from) {
    boolean alone =
        byText.values().stream().filter(name -> name.isWhole() && !name.isCommon()).count() == 1;
    for (EmployerName name : byText.values()) {
      double sure =
          switch (from) {
            case SYSTEM -> name.isCommon() ? 0.45 : alone ? 0.78 : 0.6;
            case BOARD, OWN, FREE -> name.isCommon() ? 0.2 : 0.45;
          };
      offer(
          name,
          from == Kind.SYSTEM ? Reason.APPLICANT_SYSTEM : Reason.NAME,
          String.join(" ", name.words()),
          sure);
      withTitle(name, from);
    }
  }

  private void withTitle(EmployerName name, Kind from) {
    for (long job : index.ofEmployer(name.employer())) {
      var known = index.of(job);
      if (title(job) < NAMED || known.title().length() < 2 && title(job) < FULL) {
        continue;
      }
      boolean speaks = from == Kind.SYSTEM || mail.aboutApplying();
      boolean written = !name.isCommon() || isWritten(known.application().company());
      double sure = !written ? 0.4 : name.isCommon() ? (speaks ? 0.8 : 0.6) : speaks ? 0.88 : 0.75;
      offer(
          Set.of(job),
          Reason.NAME_AND_TITLE,
          known.application().company().orElse("") + ", " + known.application().title(),
          name.isWhole() ? sure : sure - PARTLY / 2);
    }
  }

  /** Whether the first word of a name stands in the mail as the employer writes it. */
  private boolean isWritten(Optional<String> company) {
    String first = company.orElse("").strip().split("[\\s,]", 2)[0];
    if (first.isEmpty()) {
      return false;
    }
    String all =
        mail.subject()
            + "\n"
            + mail.text()
            + "\n"
            + mail.others().stream().findFirst().flatMap(Address::name).orElse("");
    for (int at = all.indexOf(first); at >= 0; at = all.indexOf(first, at + 1)) {
      int end = at + first.length();
      if ((at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1)))
          && (end == all.length() || !Character.isLetterOrDigit(all.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private void numbers() {
    index
        .withNumbers(mail.subject() + "\n" + mail.text())
        .forEach(
            (job, number) ->
                offer(Set.of(job), Reason.NUMBER, number, found.containsKey(job) ? 0.93 : 0.75));
  }

  /** A system that names no employer, but a position. */
  private void titleAlone() {
    var words = new HashSet<>(mail.subjectTitle());
    words.addAll(mail.textTitle());
    for (var known : index.all()) {
      if (known.title().length() > 1
          && known.title().isWithin(words)
          && title(known.id()) >= NAMED) {
        offer(Set.of(known.id()), Reason.TITLE, known.application().title(), 0.6);
      }
    }
  }

  private boolean isCommon(long job) {
    String[] words = index.of(job).employer().split(" ", -1);
    return words.length == 1 && senders.isCommon(words[0]);
  }

  private static String local(Address address) {
    int at = address.mail().lastIndexOf('@');
    return at < 0 ? address.mail() : address.mail().substring(0, at);
  }

  private void offer(EmployerName name, Reason reason, String words, double confidence) {
    offer(
        index.ofEmployer(name.employer()),
        reason,
        words,
        name.isWhole() ? confidence : confidence - PARTLY);
  }

  private void offer(Collection<Long> jobs, Reason reason, String words, double confidence) {
    for (long job : jobs) {
      found.merge(
          job,
          new Candidate(job, reason, words, confidence),
          (one, other) -> other.confidence() > one.confidence() ? other : one);
    }
  }
}
