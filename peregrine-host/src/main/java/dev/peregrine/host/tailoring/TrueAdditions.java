package dev.peregrine.host.tailoring;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts into a résumé what the person says is true, as a version of its own. */
public final class TrueAdditions {

  private final Tailorings tailorings;
  private final Resumes resumes;
  private final Scoring scoring;

  public TrueAdditions(Tailorings tailorings, Resumes resumes, Scoring scoring) {
    this.tailorings = tailorings;
    this.resumes = resumes;
    this.scoring = scoring;
  }

  /** Adds a skill to a lane; the same lane where it names it already. */
  public Resumes.Saving skill(Resume lane, int seen, String name) throws InterruptedException {
    ResumeDocument document = tailorings.document(lane);
    if (document.skillNames().stream().anyMatch(name::equalsIgnoreCase)) {
      return new Resumes.Saving.Done(lane);
    }
    return save(
        lane,
        seen,
        document.withSkills(withSkill(document.skills(), name)),
        lane.text() + "\n" + name);
  }

  /** Where skills stand in groups, it goes to the last one. */
  private static List<Skill> withSkill(List<Skill> skills, String name) {
    var more = new ArrayList<>(skills);
    if (!skills.isEmpty() && !skills.getLast().keywords().isEmpty()) {
      var keywords = new ArrayList<>(skills.getLast().keywords());
      keywords.add(name);
      more.set(skills.size() - 1, skills.getLast().withKeywords(keywords));
    } else {
      more.add(Skill.EMPTY.withName(name));
    }
    return more;
  }

  /** Says a text of a lane as a change says it. */
  public Resumes.Saving wording(Resume lane, int seen, Change change) throws InterruptedException {
    ResumeDocument document = tailorings.document(lane);
    String before = change.before().getFirst();
    String after = change.after().getFirst();
    return save(
        lane,
        seen,
        new Tailor(document).with(List.of(change)),
        lane.text().contains(before)
            ? lane.text().replace(before, after)
            : lane.text() + "\n" + after);
  }

  private Resumes.Saving save(Resume lane, int seen, ResumeDocument document, String text) {
    Resumes.Saving saving =
        resumes.save(
            lane.id(),
            seen,
            new ResumeContent(
                Resume.Origin.EDITED,
                text,
                ResumeJson.write(document),
                lane.sourceName(),
                Optional.empty(),
                OptionalLong.empty()));
    scoring.soon();
    return saving;
  }

  /** Takes an addition back. */
  public void takeBack(long lane, int version) {
    resumes.restore(lane, version);
    scoring.soon();
  }
}
