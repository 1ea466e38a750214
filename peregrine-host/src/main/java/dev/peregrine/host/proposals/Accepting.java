package dev.peregrine.host.proposals;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.person.People;
import dev.peregrine.host.person.Portrait;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts a wording where it goes, and takes it back the same way: what stands there now is replaced
 * by something else. Where what is to be replaced does not stand there, nothing happens.
 */
final class Accepting {

  private static final int TRIES = 3;

  private final Resumes resumes;
  private final People people;
  private final SearchProfiles profiles;
  private final Scoring scoring;

  Accepting(Resumes resumes, People people, SearchProfiles profiles, Scoring scoring) {
    this.resumes = resumes;
    this.people = people;
    this.profiles = profiles;
    this.scoring = scoring;
  }

  /**
   * Replaces a wording.
   *
   * @param from what has to stand there; empty: it is added
   * @param to what is to stand there; empty: it is taken out
   * @return false where {@code from} does not stand there
   */
  boolean replace(Proposal proposal, String from, String to) {
    return switch (proposal.kind()) {
      case SUMMARY ->
          inResume(proposal, document -> summary(document, from, to)) && alsoSaid(from, to);
      case BULLETS -> inResume(proposal, document -> bullet(document, proposal.place(), from, to));
      case SKILLS -> inResume(proposal, document -> skill(document, from, to));
      case TITLES -> title(proposal.place(), from, to);
      case MISSIONS -> mission(proposal.about(), from, to);
      case VOICE -> voice(from, to);
    };
  }

  /** The person's own summary follows where it was the same, or none. */
  private boolean alsoSaid(String from, String to) {
    people.describe(said -> said.summary().equals(from) ? said.withSummary(to) : said);
    return true;
  }

  /** A changed résumé; empty where it cannot be changed so. */
  private interface Change {
    Optional<ResumeDocument> of(ResumeDocument document);
  }

  private boolean inResume(Proposal proposal, Change change) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Resume> resume = resumes.findById(proposal.resume());
      Optional<ResumeDocument> changed =
          resume.flatMap(found -> ResumeJson.read(found.document())).flatMap(change::of);
      if (changed.isEmpty()) {
        return false;
      }
      var content =
          new ResumeContent(
              Resume.Origin.EDITED,
              ResumeUploads.plain(changed.get()),
              ResumeJson.write(changed.get()),
              resume.orElseThrow().sourceName(),
              Optional.empty(),
              OptionalLong.empty());
      if (resumes.save(proposal.resume(), resume.orElseThrow().version(), content)
          instanceof Resumes.Saving.Done) {
        scoring.soon();
        return true;
      }
    }
    return false;
  }

  private static Optional<ResumeDocument> summary(ResumeDocument document, String from, String to) {
    return document.basics().summary().orElse("").equals(from)
        ? Optional.of(
            document.withBasics(
                document.basics().withSummary(Optional.of(to).filter(text -> !text.isEmpty()))))
        : Optional.empty();
  }

  /** At its place, or wherever it was moved to. */
  private static Optional<ResumeDocument> bullet(
      ResumeDocument document, String place, String from, String to) {
    List<Work> works = document.work();
    Optional<ResumeDocument> found = Optional.empty();
    for (int at = 0; at < works.size() && !from.isEmpty(); at++) {
      List<String> bullets = works.get(at).highlights();
      for (int number = 0; number < bullets.size(); number++) {
        boolean here = place.equals("work/%d/highlights/%d".formatted(at, number));
        if (bullets.get(number).equals(from) && (here || found.isEmpty())) {
          var changed = new ArrayList<>(bullets);
          changed.set(number, to);
          var all = new ArrayList<>(works);
          all.set(at, works.get(at).withHighlights(changed));
          found = Optional.of(document.withWork(all));
          if (here) {
            return found;
          }
        }
      }
    }
    return found;
  }

  private static Optional<ResumeDocument> skill(ResumeDocument document, String from, String to) {
    var skills = new ArrayList<>(document.skills());
    if (!from.isEmpty()
        && !skills.removeIf(
            skill -> skill.keywords().isEmpty() && skill.name().orElse("").equals(from))) {
      return Optional.empty();
    }
    if (!to.isEmpty()) {
      if (document.skillNames().stream().anyMatch(known -> Answers.same(known, to))) {
        return Optional.empty();
      }
      skills.add(Skill.EMPTY.withName(to));
    }
    return Optional.of(document.withSkills(skills));
  }

  private boolean title(String profile, String from, String to) {
    Optional<SearchProfile> found = profiles.find(profile);
    if (found.isEmpty()) {
      return false;
    }
    var titles = new ArrayList<>(found.get().titles());
    if (!from.isEmpty() && !titles.remove(from)) {
      return false;
    }
    if (!to.isEmpty()) {
      if (titles.stream().anyMatch(known -> Answers.same(known, to))) {
        return false;
      }
      titles.add(to);
    }
    profiles.save(found.get().withTitles(titles));
    return true;
  }

  private boolean mission(String field, String from, String to) {
    var done = new boolean[1];
    people.describe(
        said -> {
          var causes = new ArrayList<>(said.causes());
          boolean there = from.isEmpty() || causes.remove(new Portrait.Cause(field, from));
          done[0] = there;
          if (there && !to.isEmpty()) {
            causes.add(new Portrait.Cause(field, to));
          }
          return said.withCauses(causes);
        });
    return done[0];
  }

  private boolean voice(String from, String to) {
    var done = new boolean[1];
    people.describe(
        said -> {
          done[0] = said.voice().equals(from);
          return done[0] ? said.withVoice(to) : said;
        });
    return done[0];
  }
}
