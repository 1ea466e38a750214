package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.MailStep.Turn;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which application each of the current tenant's mails belongs to, and why. What the person says
 * outweighs it, holds for the whole conversation, and is remembered for the next mails of the
 * sender.
 */
public final class Matching {

  /** How far back mails are looked at again. */
  static final Duration WINDOW = Duration.ofDays(400);

  private static final int AT_ONCE = 200;

  private final Databases databases;
  private final Mails mails;
  private final Arrivals arrivals;
  private final Jobs jobs;
  private final Contacts contacts;
  private final MailNotes notes;
  private final Noting noting;
  private final Supplier<Map<String, String>> sites;
  private final InstantSource clock;
  private final Senders senders = Senders.known();

  /**
   * @param sites employers' sites that the person named, by {@code CompanyKey}
   */
  public Matching(
      Databases databases,
      Mails mails,
      Arrivals arrivals,
      Jobs jobs,
      Contacts contacts,
      MailNotes notes,
      Supplier<Map<String, String>> sites,
      InstantSource clock) {
    this.databases = databases;
    this.mails = mails;
    this.arrivals = arrivals;
    this.jobs = jobs;
    this.contacts = contacts;
    this.notes = notes;
    noting = new Noting(mails, jobs, notes, senders);
    this.sites = sites;
    this.clock = clock;
    arrivals.add(new Threading(mails));
    arrivals.add(new Step());
    arrivals.add(noting);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(CorrectionMapper.class);
  }

  /** Finds what mails belong to as they come. */
  private final class Step implements MailStep {
    @Override
    public Turn turn() {
      return Turn.MATCH;
    }

    @Override
    public void over(List<Long> ids) throws InterruptedException {
      Set<Long> moved = new LinkedHashSet<>(assign(ids));
      ids.forEach(moved::remove);
      // An answer came before what it answers: that one follows now, too.
      arrivals.over(moved.stream().sorted().toList(), Turn.FOLLOW);
    }
  }

  private Set<Long> assign(Collection<Long> ids) throws InterruptedException {
    var assigning = assigning();
    var moved = new LinkedHashSet<Long>();
    List<Long> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      moved.addAll(assigning.over(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
    }
    return moved;
  }

  private Matcher matcher() {
    var people =
        contacts.withMail().stream()
            .collect(
                Collectors.groupingBy(
                    Contact::company,
                    Collectors.mapping(contact -> contact.details().mail(), Collectors.toList())));
    var index =
        new ApplicationIndex(
            jobs.pursued().applications(), people, notes.met(), sites.get(), senders);
    var lessons =
        new Lessons(
            databases.current().read(mappers -> mappers.of(CorrectionMapper.class).standing()),
            senders);
    Function<Long, FolderRole> roles = Assigning.roles(mails);
    return new Matcher(index, lessons, senders, new HashSet<>(mails.ownAddresses()), roles::apply);
  }

  private Assigning assigning() {
    return new Assigning(mails, matcher());
  }

  /**
   * The applications to which a mail may belong by itself, the likeliest first; also such as too
   * little speaks for. None for a mail that is not there.
   */
  public List<Candidate> candidates(long mail) {
    return mails
        .findById(mail)
        .map(one -> assigning().candidates(List.of(one)).getOrDefault(mail, List.of()))
        .orElse(List.of());
  }

  /**
   * The person says to which application a mail belongs.
   *
   * @throws IllegalArgumentException if there is no such mail or job
   */
  public Correction assign(long mail, long job) throws InterruptedException {
    long root =
        jobs.findById(job)
            .map(Job::id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no job \"%d\" (any more). Open the list of jobs again."
                            .formatted(job)));
    return correct(find(mail), OptionalLong.of(root));
  }

  /**
   * The person says that a mail belongs to none of their applications.
   *
   * @throws IllegalArgumentException if there is no such mail
   */
  public Correction assignNone(long mail) throws InterruptedException {
    return correct(find(mail), OptionalLong.empty());
  }

  private Mail find(long mail) {
    return mails
        .findById(mail)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no mail \"%d\" (any more). Open the list of mails again."
                        .formatted(mail)));
  }

  private Correction correct(Mail mail, OptionalLong job) throws InterruptedException {
    Optional<Lessons.Sender> sender =
        others(mail).stream()
            .flatMap(address -> Lessons.Sender.of(address, senders).stream())
            .findFirst();
    long id =
        databases
            .current()
            .write(
                mappers ->
                    mappers
                        .of(CorrectionMapper.class)
                        .add(
                            mail.id(),
                            job.isPresent() ? job.getAsLong() : null,
                            sender.map(Lessons.Sender::address).orElse(""),
                            sender.map(Lessons.Sender::name).orElse(""),
                            clock.millis()));
    say(mail.id(), job);
    return new Correction(id, mail.id(), job, 1 + again(mail));
  }

  /**
   * Forgets mails that the person brought by mistake, and what came of them: notes, proposed rounds
   * and reminders. Mails of mailboxes stay, for they would come again.
   *
   * @return how many were forgotten
   */
  public int forget(Collection<Long> ids) throws InterruptedException {
    var roles = Assigning.roles(mails);
    List<Long> brought =
        mails.byIds(ids).stream()
            .filter(mail -> roles.apply(mail.folder()) == FolderRole.FILES)
            .map(Mail::id)
            .toList();
    brought.forEach(mails::belongsToNone);
    arrivals.over(brought, Turn.FOLLOW);
    mails.forget(brought);
    return brought.size();
  }

  /**
   * Takes back what the person said: what they said before counts again, or what is found out.
   *
   * @return false if it was taken back already, or the mail is gone
   */
  public boolean undo(long correction) throws InterruptedException {
    Optional<CorrectionMapper.Row> row =
        databases
            .current()
            .write(
                mappers -> {
                  CorrectionMapper mapper = mappers.of(CorrectionMapper.class);
                  return mapper.undo(correction, clock.millis()) == 1
                      ? mapper.find(correction)
                      : Optional.empty();
                });
    if (row.isEmpty()) {
      return false;
    }
    resay(row.get().mail());
    return true;
  }

  /** Takes back all that the person said of where a mail belongs. */
  public void unsay(long mail) throws InterruptedException {
    databases
        .current()
        .write(mappers -> mappers.of(CorrectionMapper.class).undoAll(mail, clock.millis()));
    resay(mail);
  }

  private void resay(long id) throws InterruptedException {
    Optional<CorrectionMapper.Row> before =
        databases.current().read(mappers -> mappers.of(CorrectionMapper.class).latestOf(id));
    mails.unsayBelonging(id);
    before.ifPresent(
        said -> {
          Long job = said.job();
          say(id, job == null ? OptionalLong.empty() : OptionalLong.of(job));
        });
    Optional<Mail> mail = mails.findById(id);
    if (mail.isPresent()) {
      int _ = again(mail.get());
    }
  }

  private void say(long mail, OptionalLong job) {
    if (job.isPresent()) {
      mails.belongs(mail, Optional.of(Belonging.bySaying(job.getAsLong())));
    } else {
      mails.belongsToNone(mail);
    }
  }

  /** Looks at the conversation and at what else the sender wrote. */
  private int again(Mail mail) throws InterruptedException {
    var ids = new LinkedHashSet<>(mails.ofThread(mail.thread()));
    List<String> addresses = others(mail).stream().map(Address::mail).toList();
    ids.addAll(mails.from(addresses, clock.instant().minus(WINDOW)));
    // Who is known only by these mails must not speak for them.
    notes.release(addresses);
    Set<Long> moved = new LinkedHashSet<>(assign(ids));
    noting.over(List.copyOf(ids));
    moved.remove(mail.id());
    int others = moved.size();
    moved.add(mail.id());
    arrivals.over(moved.stream().sorted().toList(), Turn.FOLLOW);
    return others;
  }

  private List<Address> others(Mail mail) {
    return Envelope.others(
        mail, Assigning.roles(mails).apply(mail.folder()), new HashSet<>(mails.ownAddresses()));
  }

  /**
   * Looks again at mails that belong to no application, and at those of some jobs: because the
   * person applied meanwhile, or did not after all.
   *
   * @param progress is told how many are done, of how many
   * @return how many belong elsewhere now
   */
  int lookAgain(Collection<Long> ofJobs, Progress progress) throws InterruptedException {
    var ids = new ArrayList<>(mails.withoutJob(since()));
    for (long job : ofJobs) {
      mails.ofJob(job).stream()
          .filter(mail -> mail.belonging().filter(Belonging::isSaid).isEmpty())
          .forEach(mail -> ids.add(mail.id()));
    }
    int changed = 0;
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      Set<Long> moved = assign(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
      arrivals.over(moved.stream().sorted().toList(), Turn.FOLLOW);
      changed += moved.size();
      progress.at(Math.min(from + AT_ONCE, ids.size()), ids.size());
    }
    return changed;
  }

  /** Whether there is anything to look at again. */
  boolean hasUnmatched() {
    return !mails.withoutJob(since()).isEmpty();
  }

  private Instant since() {
    return clock.instant().minus(WINDOW);
  }

  /** Hears how far it is. */
  interface Progress {
    void at(long done, long total);
  }
}
