package dev.peregrine.host.pipeline;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.VerdictMapper.PlaceOfSightingData;
import dev.peregrine.host.pipeline.VerdictMapper.StandingData;
import dev.peregrine.host.pipeline.VerdictMapper.VerdictData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins and splits jobs as the person says. A job that is joined to another stays as it is, hidden:
 * its words find later sightings, and nothing of it is lost when both are parted again.
 */
final class Verdicts {

  private final Mappers mappers;
  private final VerdictMapper verdicts;
  private final JobMapper jobs;
  private final long now;

  Verdicts(Mappers mappers, Instant now) {
    this.mappers = mappers;
    this.verdicts = mappers.of(VerdictMapper.class);
    this.jobs = mappers.of(JobMapper.class);
    this.now = now.toEpochMilli();
  }

  /** The jobs that those were joined to, or themselves. */
  static List<Long> roots(Mappers mappers, Iterable<Long> ids) {
    return mappers.of(VerdictMapper.class).roots(StoredText.ids(ids));
  }

  /** The one that is further on its way goes on. */
  Verdict join(long one, long two) {
    StandingData first = standing(one);
    StandingData second = standing(two);
    if (first.id() == second.id()) {
      return Verdict.none(first.id());
    }
    boolean isFirst = Advance.of(first).compareTo(Advance.of(second)) >= 0;
    StandingData kept = isFirst ? first : second;
    StandingData other = isFirst ? second : first;
    long said =
        verdicts.say(now, "same", kept.id(), other.id(), other.hiddenRule(), other.hiddenDetail());
    verdicts.noLongerApart(kept.id(), other.id(), now);
    verdicts.join(kept.id(), other.id());
    verdicts.joinFollowers(other.id(), kept.id());
    jobs.countBoards(kept.id());
    return new Verdict(said, kept.id(), t("pipeline.joined-with", "job", named(second)));
  }

  Verdict split(long sighting) {
    PlaceOfSightingData seen = verdicts.sighting(sighting);
    if (seen == null) {
      throw new IllegalArgumentException(
          "Sighting \"%d\": there is none with that number. Reload the page.".formatted(sighting));
    }
    long root = standing(seen.job()).id();
    List<PlaceOfSightingData> all = verdicts.sightingsOf(seen.job());
    if (all.size() > 1) {
      return splitOff(seen, all, root);
    }
    List<Long> joined = verdicts.joinedTo(root);
    if (joined.isEmpty()) {
      return Verdict.none(root);
    }
    return apart(root, seen.job() == root ? joined.getFirst() : seen.job());
  }

  /** Two jobs that a person joined, or another than the rule meant, are two again. */
  private Verdict apart(long root, long other) {
    VerdictData joining = verdicts.joining(other);
    if (joining != null) {
      part(joining);
    }
    long said = verdicts.say(now, "apart", root, other, null, null);
    return new Verdict(said, other, t("pipeline.split-off", "job", named(standing(other))));
  }

  private Verdict splitOff(PlaceOfSightingData seen, List<PlaceOfSightingData> all, long root) {
    mappers.of(SameMapper.class).keepPostings(seen.job());
    boolean isJobsOwn = standingOf(seen.job()).url().equals(seen.url());
    if (isJobsOwn) {
      PlaceOfSightingData next =
          all.stream().filter(each -> each.id() != seen.id()).findFirst().orElseThrow();
      become(seen.job(), next);
    }
    long id = jobs.lastId() + 1;
    Draft draft = draft(seen.id());
    JobData data =
        draft.data(
            id,
            seen.board(),
            Instant.ofEpochMilli(verdicts.said(seen.id()).found()),
            Optional.empty());
    jobs.add(data);
    jobs.addTexts(data);
    verdicts.give(seen.id(), id);
    mappers.of(SameMapper.class).setAgency(id, Agency.advertises(draft.companyKey(), draft.text()));
    mappers.of(JobEventMapper.class).entered(id, id, now);
    jobs.countBoards(root);
    long said = verdicts.say(now, "apart", seen.job(), id, null, null);
    return new Verdict(said, id, t("pipeline.split-off", "job", named(standing(id))));
  }

  /** Empty if it was undone already. */
  Optional<Verdict> undo(long id) {
    VerdictData verdict = verdicts.find(id);
    if (verdict == null) {
      return Optional.empty();
    }
    if (verdict.kind().equals("same")) {
      part(verdict);
      return Optional.of(undone(verdict.job(), true, verdict.other()));
    }
    Verdict undone = undone(standing(verdict.job()).id(), false, verdict.other());
    if (verdicts.isUntouched(verdict.other())) {
      bringBack(verdict);
      return Optional.of(undone);
    }
    verdicts.undone(id, now);
    return Optional.of(new Verdict(0, join(verdict.job(), verdict.other()).job(), undone.label()));
  }

  private Verdict undone(long job, boolean joined, long other) {
    String named = named(standingOf(other));
    return new Verdict(
        0,
        job,
        Wording.undone(
            joined
                ? t("pipeline.joined-within", "job", named)
                : t("pipeline.split-off-within", "job", named)));
  }

  private void part(VerdictData joining) {
    long root = standing(joining.other()).id();
    verdicts.undone(joining.id(), now);
    verdicts.part(joining.other(), joining.fromRule(), joining.fromDetail());
    verdicts.takeFollowers(joining.other());
    jobs.countBoards(root);
    jobs.countBoards(joining.other());
  }

  /** The sighting goes back to where it was split off, and the job that was made of it goes. */
  private void bringBack(VerdictData verdict) {
    PlaceOfSightingData seen = verdicts.sightingsOf(verdict.other()).getFirst();
    verdicts.give(seen.id(), verdict.job());
    verdicts.delete(verdict.other());
    if (verdicts.sightingsOf(verdict.job()).getFirst().id() == seen.id()) {
      become(verdict.job(), seen);
    }
    jobs.countBoards(standing(verdict.job()).id());
  }

  /** The job says what that sighting says. */
  private void become(long job, PlaceOfSightingData sighting) {
    verdicts.addressAs(job, sighting);
    verdicts.number(job, sighting.nativeId());
    JobReadMapper reading = mappers.of(JobReadMapper.class);
    var before = reading.find(job);
    if (before != null) {
      Rewrite.write(mappers, before, draft(sighting.id()));
    }
  }

  private Draft draft(long sighting) {
    return Draft.of(JobReading.posting(verdicts.said(sighting)));
  }

  private StandingData standing(long id) {
    @Nullable Long root = verdicts.root(id);
    return standingOf(root == null ? id : root);
  }

  private StandingData standingOf(long id) {
    StandingData found = verdicts.standing(id);
    if (found == null) {
      throw Jobs.noSuchJob(id);
    }
    return found;
  }

  private static String named(StandingData job) {
    return Wording.jobs(1, job.title(), job.company());
  }
}
