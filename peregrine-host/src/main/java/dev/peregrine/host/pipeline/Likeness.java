package dev.peregrine.host.pipeline;

import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.pipeline.SameMapper.AlikeData;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a posting tells whether another is the same job. Employers use one text for many jobs, so
 * text alone says little: employer, title and place must fit first, and then the texts tell the
 * same.
 *
 * @param boards that have it
 * @param requisition the employer's own number of the opening
 */
record Likeness(
    Set<String> boards,
    String company,
    TitleKey title,
    PlaceKey place,
    boolean agency,
    Optional<String> requisition,
    Lazy text) {

  /** Cut into shingles once and only if it comes to that. */
  static final class Lazy {
    private final String text;
    private Optional<Shingles> shingles = Optional.empty();

    Lazy(String text) {
      this.text = text;
    }

    Shingles shingles() {
      Shingles cut = shingles.orElseGet(() -> Shingles.of(text));
      shingles = Optional.of(cut);
      return cut;
    }
  }

  private static final double CERTAIN = 2;

  /** Where there is no text to compare. */
  private static final double BARELY = .01;

  static Likeness of(String board, Draft draft, boolean agency) {
    return new Likeness(
        new HashSet<>(Set.of(board)),
        draft.companyKey(),
        draft.title(),
        draft.place(),
        agency,
        Optional.ofNullable(draft.posting().details().get(PostingDetail.REQUISITION)),
        new Lazy(draft.text()));
  }

  static Likeness of(AlikeData job) {
    return new Likeness(
        new HashSet<>(List.of(job.boards().split("\n", -1))),
        job.companyKey(),
        TitleKey.parse(job.titleKey()),
        PlaceKey.parse(job.placeKey(), JobReading.remote(job.remote())),
        job.agency(),
        Optional.ofNullable(job.requisition()),
        new Lazy(job.descriptionText()));
  }

  /** One address of one posting is one job, unless employer and title both speak against it. */
  boolean mayShareAnAddressWith(Likeness other) {
    return title.isLike(other.title) || (!company.isEmpty() && company.equals(other.company));
  }

  /** How much of the texts is shared where both are the same job; 0 where they are not. */
  double shareWith(Likeness other) {
    if (!title.isLike(other.title) || !place.couldBe(other.place)) {
      return 0;
    }
    if (company.isEmpty() || other.company.isEmpty()) {
      return title.equals(other.title) ? nearly(other) : 0;
    }
    if (!company.equals(other.company)) {
      return (agency || other.agency) && title.equals(other.title) ? copied(other) : 0;
    }
    return ofOneEmployer(other);
  }

  private double ofOneEmployer(Likeness other) {
    boolean isNumbered = requisition.isPresent() && other.requisition.isPresent();
    if (isNumbered && requisition.equals(other.requisition)) {
      return CERTAIN;
    }
    boolean areOnOneBoard = boards.stream().anyMatch(other.boards::contains);
    if (isFew(other)) {
      // A board that has two ids for it means two jobs, unless their texts prove it wrong.
      return areOnOneBoard || isNumbered ? 0 : BARELY;
    }
    // What a board lists again is listed word by word; two teams' texts share their employer's
    // part.
    return areOnOneBoard || isNumbered ? nearly(other) : told(other);
  }

  private double told(Likeness other) {
    Shingles mine = text.shingles();
    return mine.tellTheSameAs(other.text.shingles()) ? mine.shareWith(other.text.shingles()) : 0;
  }

  private double nearly(Likeness other) {
    Shingles mine = text.shingles();
    return !isFew(other) && mine.areNearly(other.text.shingles())
        ? mine.shareWith(other.text.shingles())
        : 0;
  }

  /** An agency adds a frame to the employer's text, or leaves out who it is. */
  private double copied(Likeness other) {
    Shingles mine = text.shingles();
    return mine.areCopied(other.text.shingles()) ? mine.shareWith(other.text.shingles()) : 0;
  }

  private boolean isFew(Likeness other) {
    return text.shingles().areFew() || other.text.shingles().areFew();
  }
}
