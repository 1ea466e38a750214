package dev.peregrine.recipes;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One field of a posting, under the name that recipes have for it.
 *
 * @param name such as {@code company} or {@code company-logo}
 * @param filled whether a posting says something in this field
 */
public record PostingField(String name, Predicate<Posting> filled) {

  private static final List<PostingField> ALL = all();

  /** Every field of a posting: the parts that all have in their order, then the details. */
  public static List<PostingField> ofPosting() {
    return ALL;
  }

  /** The field of that name. */
  public static Optional<PostingField> find(String name) {
    return ALL.stream().filter(field -> field.name.equals(name)).findFirst();
  }

  private static List<PostingField> all() {
    var all = new ArrayList<PostingField>();
    all.add(new PostingField("id", posting -> true));
    all.add(new PostingField("title", posting -> true));
    all.add(new PostingField("company", posting -> posting.company().isPresent()));
    all.add(new PostingField("url", posting -> true));
    all.add(new PostingField("apply-url", posting -> posting.applyUrl().isPresent()));
    all.add(new PostingField("places", posting -> !posting.places().isEmpty()));
    all.add(new PostingField("remote", posting -> posting.remote().isPresent()));
    all.add(new PostingField("posted", posting -> posting.posted().isPresent()));
    all.add(new PostingField("closes", posting -> posting.closes().isPresent()));
    all.add(new PostingField("employment-types", posting -> !posting.employmentTypes().isEmpty()));
    all.add(new PostingField("salary", posting -> posting.salary().isPresent()));
    all.add(new PostingField("description", posting -> posting.description().isPresent()));
    all.add(new PostingField("tags", posting -> !posting.tags().isEmpty()));
    for (PostingDetail detail : PostingDetail.values()) {
      all.add(
          new PostingField(Texts.dashed(detail), posting -> posting.details().containsKey(detail)));
    }
    return List.copyOf(all);
  }
}
