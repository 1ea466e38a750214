package dev.peregrine.host.applications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.storage.Databases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the current tenant's person wants to think of, job by job. */
public final class Checklist {

  private static final int MOST = 40;
  private static final int LONGEST = 200;

  private final Databases databases;
  private final InstantSource clock;

  Checklist(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The items for a job, the first one first. */
  public List<Check> of(long job) {
    return databases.current().read(mappers -> mappers.of(CheckMapper.class).of(job));
  }

  /**
   * Adds an item; one that is there already is not added twice.
   *
   * @param everyJob whether it is for every job
   * @return what is wrong with it, as a sentence; empty if nothing is
   */
  public Optional<String> add(long job, String text, boolean everyJob) {
    String plain = text.strip().replaceAll("\\s+", " ");
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.of(t("applications.item-length", "length", plain.length(), "most", LONGEST));
    }
    List<Check> there = of(job);
    if (there.size() >= MOST) {
      return Optional.of(t("applications.too-many-items", "most", MOST));
    }
    if (there.stream().noneMatch(item -> item.text().equalsIgnoreCase(plain))) {
      write(mapper -> mapper.add(everyJob ? null : Long.valueOf(job), plain));
    }
    return Optional.empty();
  }

  /** Says whether an item is done for a job. */
  public void tick(long job, long item, boolean done) {
    write(
        mapper -> {
          if (done) {
            mapper.tick(job, item, clock.instant());
          } else {
            mapper.untick(job, item);
          }
        });
  }

  /** Takes an item away, for every job that has it. */
  public void remove(long item) {
    write(mapper -> mapper.remove(item, clock.instant()));
  }

  /** Brings back what {@link #remove} took away. */
  public void bringBack(long item) {
    write(mapper -> mapper.remove(item, null));
  }

  private void write(java.util.function.Consumer<CheckMapper> work) {
    databases
        .current()
        .write(
            mappers -> {
              work.accept(mappers.of(CheckMapper.class));
              return true;
            });
  }
}
