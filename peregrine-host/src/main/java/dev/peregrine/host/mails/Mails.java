package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's mails: each message of the folders that are read has a row, whatever became
 * of it. What the person says of a mail outweighs what was found out.
 */
public final class Mails {

  /** The topic of {@link Live} that is told when mails come or something is found out of one. */
  public static final String TOPIC = "mail";

  private static final int MOST_WAITING = 2_000;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final List<Runnable> whenSaid = new CopyOnWriteArrayList<>();

  public Mails(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(MailMapper.class, FolderMapper.class);
  }

  /** The folder of an account of that name, which is noted where it is new. */
  public MailFolder folder(String account, String name, FolderRole role) {
    return write(
        mappers -> {
          FolderMapper folders = mappers.of(FolderMapper.class);
          return folder(folders.find(folders.folder(account, name, role.key())).orElseThrow());
        });
  }

  /** All folders that were ever read, by account. */
  public List<MailFolder> folders() {
    return read(mappers -> mappers.of(FolderMapper.class).all()).stream()
        .map(Mails::folder)
        .toList();
  }

  /** Notes how far a folder was read; {@link MailFolder#synced} only where that is its end. */
  public void reached(MailFolder folder) {
    write(
        mappers -> {
          mappers
              .of(FolderMapper.class)
              .reached(
                  folder.id(),
                  folder.uidValidity(),
                  folder.nextUid(),
                  folder.modSeq().isPresent() ? folder.modSeq().getAsLong() : null,
                  folder.held(),
                  folder.synced().map(Instant::toEpochMilli).orElse(null));
          return true;
        });
  }

  /** Forgets an account's folders and the mails that came from them. */
  public void forget(String account) {
    write(
        mappers -> {
          mappers.of(FolderMapper.class).forget(account);
          return true;
        });
    changed();
  }

  /** Forgets mails; what was found out of them goes along. */
  public void forget(Collection<Long> ids) {
    write(
        mappers -> {
          ids.forEach(mappers.of(MailMapper.class)::delete);
          return true;
        });
    changed();
  }

  /**
   * Keeps mails of a folder. Those that are there already, by their number, are left alone; where
   * the numbers of a folder mean nothing any more, they are known again by what they say. The same
   * mail in another folder is kept as a copy, unless it is gone there: then it was moved.
   *
   * @return those that are new, in the order in which they came
   */
  public List<Long> store(MailFolder folder, List<Incoming> incoming) {
    Instant now = clock.instant();
    List<Long> stored =
        write(
            mappers -> {
              MailMapper mails = mappers.of(MailMapper.class);
              boolean former =
                  folder.uidValidity() != 0 && mails.hasFormer(folder.id(), folder.uidValidity());
              var ids = new ArrayList<Long>();
              for (Incoming one : incoming) {
                if (former && isKnownAgain(mails, folder, one, now)) {
                  continue;
                }
                @Nullable Long id = store(mails, folder, one, now);
                if (id != null) {
                  ids.add(id);
                }
              }
              return ids;
            });
    if (!stored.isEmpty()) {
      changed();
    }
    return stored;
  }

  private static boolean isKnownAgain(
      MailMapper mails, MailFolder folder, Incoming incoming, Instant now) {
    ReadMail mail = incoming.mail();
    @Nullable Long known =
        mails.former(
            folder.id(),
            folder.uidValidity(),
            mail.messageId().orElse(null),
            mail.from().map(from -> from.mail()).orElse(null),
            mail.subject(),
            incoming.received().or(mail::sent).orElse(now).toEpochMilli(),
            mail.size());
    return known != null
        && mails.place(known, folder.id(), folder.uidValidity(), incoming.uid().orElse(null)) > 0;
  }

  private static @Nullable Long store(
      MailMapper mails, MailFolder folder, Incoming incoming, Instant now) {
    ReadMail mail = incoming.mail();
    boolean unreadable = mail.troubles().contains(Trouble.UNREADABLE);
    boolean own = folder.role() == FolderRole.SENT;
    @Nullable String sender = mail.from().map(from -> from.mail()).orElse(null);
    @Nullable Long copyOf =
        mail.messageId().map(id -> mails.same(id, sender, mail.subject())).orElse(null);
    if (copyOf != null
        && incoming.uid().isPresent()
        && mails.isGone(copyOf)
        && mails.place(copyOf, folder.id(), folder.uidValidity(), incoming.uid().get()) > 0) {
      return null;
    }
    Outcome outcome = Outcomes.of(unreadable, copyOf != null, own, Optional.empty(), false, false);
    @Nullable Long id =
        mails.add(
            new MailMapper.Written(
                folder.id(),
                incoming.uid().isPresent() ? folder.uidValidity() : null,
                incoming.uid().orElse(null),
                mail.messageId().orElse(null),
                sender,
                mail.from().flatMap(from -> from.name()).orElse(null),
                mail.subject(),
                incoming.received().or(mail::sent).orElse(now).toEpochMilli(),
                own,
                copyOf,
                unreadable,
                outcome.key()));
    if (id != null) {
      mails.beginsThread(id);
      if (!mail.references().isEmpty()) {
        mails.addReferences(id, MailRows.json(mail.references()));
      }
      mails.addTexts(MailRows.texts(id, mail));
    }
    return id;
  }

  /**
   * Marks as gone what the server has no longer, and notes which mails are those that it still has.
   *
   * @param there the numbers of all messages of the window that it still has
   * @return how many are gone
   */
  public int gone(MailFolder folder, Instant since, Collection<Long> there) {
    String numbers = MailRows.json(there);
    int gone =
        write(
            mappers -> {
              MailMapper mails = mappers.of(MailMapper.class);
              int _ = mails.back(folder.id(), folder.uidValidity(), numbers);
              long now = clock.millis();
              int lost =
                  mails.gone(folder.id(), folder.uidValidity(), since.toEpochMilli(), numbers, now);
              if (lost > 0) {
                lost -= moved(mails, folder, now);
              }
              int _ = mails.list(folder.id(), folder.uidValidity(), numbers);
              return lost;
            });
    if (gone > 0) {
      changed();
    }
    return gone;
  }

  /** A mail that was put into another folder that is read, too, is there and not here. */
  private static int moved(MailMapper mails, MailFolder folder, long now) {
    List<MailMapper.Copy> copies = mails.copiesOfGone(folder.id(), now);
    for (MailMapper.Copy copy : copies) {
      mails.delete(copy.copy());
      int _ = mails.place(copy.original(), copy.folder(), copy.uidValidity(), copy.uid());
    }
    return copies.size();
  }

  /** The messages of a folder that are kept, by their numbers as they count now. */
  public Map<Long, Instant> numbered(MailFolder folder) {
    return read(mappers -> mappers.of(MailMapper.class).numbered(folder.id(), folder.uidValidity()))
        .stream()
        .collect(
            Collectors.toMap(
                MailMapper.Numbered::uid, row -> Instant.ofEpochMilli(row.received())));
  }

  /** How many mails of a folder are kept that the server still has. */
  public long kept(MailFolder folder, Instant since) {
    return read(mappers -> mappers.of(MailMapper.class).kept(folder.id(), since.toEpochMilli()));
  }

  /** Notes that every step ran over those mails. */
  void lookedAt(Collection<Long> ids) {
    int _ = write(mappers -> mappers.of(MailMapper.class).lookedAt(MailRows.json(ids)));
  }

  /** Mails over which not every step ran, the oldest id after one first. */
  List<Long> notLookedAt(long after, int most) {
    return read(mappers -> mappers.of(MailMapper.class).notLookedAt(after, most));
  }

  long newestNotLookedAt() {
    return read(mappers -> mappers.of(MailMapper.class).newestNotLookedAt());
  }

  public Optional<Mail> findById(long id) {
    return byIds(List.of(id)).stream().findFirst();
  }

  /** Mails with their texts, the oldest first; those that are not there are left out. */
  public List<Mail> byIds(Collection<Long> ids) {
    String json = MailRows.json(ids);
    return read(
        mappers -> {
          MailMapper mails = mappers.of(MailMapper.class);
          Map<Long, MailMapper.Texts> texts =
              mails.textsOf(json).stream()
                  .collect(Collectors.toMap(MailMapper.Texts::message, Function.identity()));
          return mails.byIds(json).stream()
              .filter(row -> texts.containsKey(row.id()))
              .map(row -> MailRows.mail(row, java.util.Objects.requireNonNull(texts.get(row.id()))))
              .toList();
        });
  }

  /** The same as lines of a list. */
  public List<MailRow> rows(Collection<Long> ids) {
    String json = MailRows.json(ids);
    return read(mappers -> mappers.of(MailMapper.class).byIds(json)).stream()
        .map(MailRows::row)
        .toList();
  }

  /** The mails of an application, the oldest first. */
  public List<Mail> ofJob(long job) {
    return byIds(read(mappers -> mappers.of(MailMapper.class).ofJob(job)));
  }

  /** The mails of conversations, the oldest first. */
  public List<MailRow> ofThreads(Collection<Long> threads) {
    return read(mappers -> mappers.of(MailMapper.class).ofThreads(MailRows.json(threads))).stream()
        .map(MailRows::row)
        .toList();
  }

  /** How many mails an application has, each counted once. */
  public long countOfJob(long job) {
    return read(mappers -> mappers.of(MailMapper.class).countOfJob(job));
  }

  /** Mails of those applications that the person has to decide on, the newest first. */
  public List<MailRow> waiting(Collection<Long> jobs) {
    return jobs.isEmpty() ? List.of() : waiting(MailRows.json(jobs));
  }

  /** The same of all applications. */
  public List<MailRow> waiting() {
    return waiting((String) null);
  }

  private List<MailRow> waiting(@Nullable String jobs) {
    return read(mappers -> mappers.of(MailMapper.class).waiting(jobs, MOST_WAITING)).stream()
        .map(MailRows::row)
        .toList();
  }

  /** Numbers of the mails of a conversation, the oldest first. */
  public List<Long> ofThread(long thread) {
    return read(mappers -> mappers.of(MailMapper.class).ofThread(thread));
  }

  /** The first mail with that Message-ID. */
  public Optional<Long> called(String messageId) {
    return read(mappers -> mappers.of(MailMapper.class).called(messageId));
  }

  /** Which mails are called so, or answer or are answered by ones that are; the oldest first. */
  public List<Relative> relatives(Collection<Long> ids) {
    String json = MailRows.json(ids);
    return read(
        mappers ->
            mappers.of(MailMapper.class).relatives(json).stream()
                .map(
                    row ->
                        new Relative(
                            row.mail(),
                            row.id(),
                            row.thread(),
                            row.subject(),
                            row.kind().equals("copy")
                                ? Relative.Kind.COPY
                                : row.kind().equals("sibling")
                                    ? Relative.Kind.SIBLING
                                    : Relative.Kind.LINE,
                            row.called()))
                .toList());
  }

  /**
   * Received mails and the person's own since a moment that belong to no application, and of which
   * the person has not said so; the oldest first.
   */
  public List<Long> withoutJob(Instant since) {
    return read(mappers -> mappers.of(MailMapper.class).withoutJob(since.toEpochMilli()));
  }

  /** Mails since a moment from any of these addresses, the oldest first. */
  public List<Long> from(Collection<String> addresses, Instant since) {
    return read(
        mappers ->
            mappers.of(MailMapper.class).from(MailRows.json(addresses), since.toEpochMilli()));
  }

  /** To how many mails of which sender which job was found. */
  public List<SenderJob> jobsOfSenders(Collection<String> addresses) {
    return read(mappers -> mappers.of(MailMapper.class).jobsOfSenders(MailRows.json(addresses)));
  }

  /** The addresses from which the person wrote. */
  public List<String> ownAddresses() {
    return read(mappers -> mappers.of(MailMapper.class).ownAddresses());
  }

  /**
   * Mails since a moment, the newest first.
   *
   * @param outcome only these
   * @param before after which of them the page begins; empty for the first page
   */
  public List<MailRow> page(
      Optional<Outcome> outcome, Instant since, Optional<MailRow> before, int size) {
    return read(
            mappers ->
                mappers
                    .of(MailMapper.class)
                    .page(
                        outcome.map(Outcome::key).orElse(null),
                        since.toEpochMilli(),
                        before.map(row -> row.received().toEpochMilli()).orElse(Long.MAX_VALUE),
                        before.map(MailRow::id).orElse(Long.MAX_VALUE),
                        size))
        .stream()
        .map(MailRows::row)
        .toList();
  }

  /**
   * The mails that a filter means, the newest first.
   *
   * @param before after which of them the page begins; empty for the first page
   */
  public List<MailRow> page(MailFilter filter, Optional<MailPlace> before, int size) {
    return read(
            mappers ->
                mappers
                    .of(MailMapper.class)
                    .found(
                        filter.where(),
                        before.map(MailPlace::received).orElse(Long.MAX_VALUE),
                        before.map(MailPlace::id).orElse(Long.MAX_VALUE),
                        size))
        .stream()
        .map(MailRows::row)
        .toList();
  }

  /**
   * How many of the mails that a filter means are in which folder with which outcome. They add up
   * to all that it means.
   */
  public Map<Long, Map<Outcome, Long>> tally(MailFilter filter) {
    var tally = new LinkedHashMap<Long, Map<Outcome, Long>>();
    for (var row : read(mappers -> mappers.of(MailMapper.class).tally(filter.where()))) {
      tally
          .computeIfAbsent(row.folder(), folder -> new EnumMap<>(Outcome.class))
          .put(Outcome.of(row.outcome()), row.mails());
    }
    return tally;
  }

  /** How many mails have that outcome; quick. */
  public long count(Outcome outcome) {
    return read(mappers -> mappers.of(MailMapper.class).count(outcome.key()));
  }

  /** How many mails since a moment had which outcome; they add up to all that are kept. */
  public Map<Outcome, Long> counts(Instant since) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
    for (var row : read(mappers -> mappers.of(MailMapper.class).counts(since.toEpochMilli()))) {
      counts.put(Outcome.of(row.outcome()), row.mails());
    }
    return counts;
  }

  /**
   * Received mails that were judged in neither of these ways, those kept last first. Those of which
   * the person said what they mean, and those that they decided on, stay as they are.
   *
   * @param before only those with a smaller number
   */
  public List<Long> toJudge(int way, int alsoFine, long before, int most) {
    return read(mappers -> mappers.of(MailMapper.class).toJudge(way, alsoFine, before, most));
  }

  /**
   * Mails of which the person said what they mean ({@link Mail#judged}), for classifiers to learn
   * from: the latest ones, the oldest of them first.
   */
  public List<Mail> corrections(int most) {
    return byIds(read(mappers -> mappers.of(MailMapper.class).saidByPerson(most)));
  }

  /** What the person said that mails mean, by their ids, the latest mail first. */
  public Map<Long, MailLabel> said(int most) {
    var said = new LinkedHashMap<Long, MailLabel>();
    for (MailMapper.SaidRow row : read(mappers -> mappers.of(MailMapper.class).said(most))) {
      MailLabel.of(row.label()).ifPresent(label -> said.put(row.id(), label));
    }
    return said;
  }

  /** Notes what mails mean. What the person said of one stays, unless they say it anew. */
  public void judge(Map<Long, Judged> judged) {
    change(
        judged.keySet(),
        mails ->
            judged.forEach(
                (id, what) -> {
                  int _ =
                      mails.judged(
                          id,
                          what.label().key(),
                          what.confidence(),
                          MailRows.json(what.evidence()),
                          what.classifier(),
                          what.revision(),
                          what.isSaid());
                }));
    if (judged.values().stream().anyMatch(Judged::isSaid)) {
      whenSaid.forEach(Runnable::run);
    }
  }

  /** Has somebody told whenever the person says what mails mean, or takes it back. */
  public void whenSaid(Runnable listener) {
    whenSaid.add(listener);
  }

  /** Takes back what the person said of mails: what was found out before counts again. */
  public void unsay(Collection<Long> ids) {
    change(ids, mails -> mails.unsay(MailRows.json(ids)));
    whenSaid.forEach(Runnable::run);
  }

  /** Takes back what the person said about whose mail it is; it is nobody's until it is matched. */
  public void unsayBelonging(long mail) {
    change(List.of(mail), mails -> mails.unsayBelonging(mail));
  }

  /** Notes to which application a mail belongs; to none where it is empty. */
  public void belongs(long mail, Optional<Belonging> belonging) {
    belongs(mail, belonging, belonging.map(Belonging::isSaid).orElse(false));
  }

  /** The same of many mails. */
  public void belong(Map<Long, Optional<Belonging>> found) {
    change(
        found.keySet(),
        mails ->
            found.forEach(
                (mail, belonging) ->
                    write(mails, mail, belonging, belonging.map(Belonging::isSaid).orElse(false))));
  }

  /** The person says that a mail belongs to none of their applications. */
  public void belongsToNone(long mail) {
    belongs(mail, Optional.empty(), true);
  }

  private void belongs(long mail, Optional<Belonging> belonging, boolean said) {
    change(List.of(mail), mails -> write(mails, mail, belonging, said));
  }

  private static void write(
      MailMapper mails, long mail, Optional<Belonging> belonging, boolean said) {
    int _ =
        mails.belongs(
            mail,
            belonging.map(Belonging::job).orElse(null),
            belonging.map(Belonging::reason).orElse(said ? Belonging.PERSON : null),
            belonging.map(Belonging::words).orElse(null),
            belonging.map(Belonging::confidence).orElse(null),
            said);
  }

  /**
   * Makes one conversation of each two.
   *
   * @param joined in this order: later one → the one that it becomes part of
   */
  public void joinThreads(Map<Long, Long> joined) {
    if (!joined.isEmpty()) {
      change(List.of(), mails -> joined.forEach((later, thread) -> mails.threads(later, thread)));
    }
  }

  /** Makes one conversation of two. */
  public void joinThreads(long thread, long later) {
    change(List.of(), mails -> mails.threads(later, thread));
  }

  /** Notes that the person decided on mails, or, without a moment, that they have to. */
  public void settle(Collection<Long> ids, boolean settled) {
    change(ids, mails -> mails.settle(MailRows.json(ids), settled ? clock.millis() : null));
  }

  private void change(Collection<Long> ids, Consumer<MailMapper> work) {
    write(
        mappers -> {
          MailMapper mails = mappers.of(MailMapper.class);
          work.accept(mails);
          for (MailMapper.Row row : mails.byIds(MailRows.json(ids))) {
            mails.outcome(row.id(), MailRows.outcome(row).key());
          }
          return true;
        });
    changed();
  }

  private static MailFolder folder(FolderMapper.Row row) {
    return new MailFolder(
        row.id(),
        row.account(),
        row.name(),
        FolderRole.of(row.role()),
        row.uidValidity(),
        row.nextUid(),
        row.modSeq() == null
            ? java.util.OptionalLong.empty()
            : java.util.OptionalLong.of(row.modSeq()),
        row.held(),
        Optional.ofNullable(row.synced()).map(Instant::ofEpochMilli));
  }

  private <T> T read(Function<Mappers, T> work) {
    return databases.current().read(work::apply);
  }

  private <T> T write(Function<Mappers, T> work) {
    return databases.current().write(work::apply);
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
