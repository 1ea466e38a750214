package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobMapper.KnownData;
import dev.peregrine.host.pipeline.JobMapper.SightingData;
import dev.peregrine.host.pipeline.SameMapper.AlikeData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores one batch of found postings in one transaction. What may be known already is asked once
 * for the whole batch; what the batch itself adds is remembered beside it.
 */
final class Ingest {

  private final Mappers mappers;
  private final JobMapper jobs;
  private final JobEventMapper events;
  private final SameMapper same;
  private final Instant now;
  private final Map<String, Known> byUrl = new HashMap<>();
  private final Map<String, Known> byNative = new HashMap<>();
  private final Alike alike;
  private long first;
  private long nextId;

  Ingest(Mappers mappers, Instant now) {
    this.mappers = mappers;
    this.jobs = mappers.of(JobMapper.class);
    this.events = mappers.of(JobEventMapper.class);
    this.now = now;
    this.same = mappers.of(SameMapper.class);
    this.alike = new Alike(same);
  }

  List<Stored> store(List<Prepared> items) {
    learnKnown(items);
    alike.learn(items.stream().filter(item -> known(item) == null).map(Prepared::draft).toList());
    first = jobs.lastId() + 1;
    nextId = first;
    List<Stored> stored = new ArrayList<>();
    for (Prepared item : items) {
      stored.add(store(item));
    }
    if (nextId > first) {
      events.enteredWhenFound(first, nextId - 1);
    }
    TextIndex.keepNear(mappers);
    return stored;
  }

  private void learnKnown(List<Prepared> items) {
    List<KnownData> found =
        jobs.known(
            StoredText.strings(items.stream().map(Prepared::url).toList()),
            StoredText.pairs(
                items.stream()
                    .map(item -> List.of(item.found().board(), item.nativeId()))
                    .toList()));
    for (KnownData data : found) {
      remember(data.url(), data.board(), data.nativeId(), new Known(data));
    }
  }

  private void remember(String url, String board, String nativeId, Known known) {
    byUrl.put(url, known);
    byNative.put(key(board, nativeId), known);
  }

  private @Nullable Known known(Prepared item) {
    Known sameId = byNative.get(key(item.found().board(), item.nativeId()));
    return sameId != null ? sameId : byUrl.get(item.url());
  }

  private Stored store(Prepared item) {
    Known known = known(item);
    if (known != null) {
      if (known.sighting() != 0 && item.past().isEmpty()) {
        jobs.seenAgain(known.sighting(), now.toEpochMilli(), posted(item));
      }
      meetAgain(item, known);
      return new Stored.SeenBefore(known.job());
    }
    Optional<AlikeData> found = alike.find(item.found().board(), item.draft(), item.isOfAgency());
    return found.isEmpty() ? add(item) : alsoOn(item, found.get());
  }

  /**
   * The sighting goes to the job whose words it has, also where a person joined that to another.
   */
  private Stored alsoOn(Prepared item, AlikeData found) {
    var elsewhere = new Known(found.known());
    same.keepPostings(found.id());
    addSighting(item, found.id());
    same.keepPosting(
        item.url(), item.draft().data(found.id(), item.found().board(), now, Optional.empty()));
    jobs.countBoards(elsewhere.job());
    alike.sighted(found.id(), item.found().board(), item.draft());
    remember(item.url(), item.found().board(), item.nativeId(), elsewhere);
    if (found.agency() && !item.isOfAgency() && !item.draft().companyKey().isEmpty()) {
      Rewrite.replace(mappers, found.id(), item.draft().posting());
      same.setAgency(found.id(), false);
    }
    meetAgain(item, elsewhere);
    return new Stored.AlsoOn(elsewhere.job(), elsewhere.board());
  }

  private Stored add(Prepared item) {
    long id = nextId++;
    JobData data = item.draft().data(id, item.found().board(), at(item), item.found().hidden());
    jobs.add(data);
    jobs.addTexts(data);
    addSighting(item, id);
    remember(item.url(), item.found().board(), item.nativeId(), Known.added(data));
    if (item.isOfAgency()) {
      same.setAgency(id, true);
    }
    alike.add(id, item.draft(), item.isOfAgency());
    return new Stored.New(id);
  }

  private void addSighting(Prepared item, long job) {
    jobs.addSighting(
        new SightingData(
            job,
            item.found().board(),
            item.nativeId(),
            item.url(),
            item.draft().posting().url().toString(),
            item.draft().applyAddress(),
            item.found().run().isPresent() ? item.found().run().getAsLong() : null,
            at(item).toEpochMilli(),
            posted(item),
            SalaryData.of(item.draft().posting().salary())));
  }

  private Instant at(Prepared item) {
    return item.past().orElse(now);
  }

  private static @Nullable Long posted(Prepared item) {
    return item.draft().posting().posted().map(LocalDate::toEpochDay).orElse(null);
  }

  /** Another look at a job shows it where no rule stands against it, and may tell more of it. */
  private void meetAgain(Prepared item, Known known) {
    // What another program knew says nothing about the rules of this one.
    if (known.isHidden() && item.found().hidden().isEmpty() && item.past().isEmpty()) {
      if (known.job() < first) {
        events.shownByBoard(known.job(), now.toEpochMilli());
      }
      events.show(StoredText.ids(List.of(known.job())));
      known.shown();
    }
    if (known.isCompletedBy(item.draft())) {
      Rewrite.complete(mappers, known.job(), item.draft().posting());
      known.completedBy(item.draft());
    }
  }

  private static String key(String board, String nativeId) {
    return board + ' ' + nativeId;
  }
}
