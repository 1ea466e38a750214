package dev.peregrine.host.classifying;

import dev.peregrine.api.Blob;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import java.util.Optional;
import java.util.function.Function;

/** What classifiers learnt from the current tenant's corrections, and the ways of judging. */
final class Learnt {

  private final Databases databases;

  Learnt(Databases databases) {
    this.databases = databases;
  }

  Optional<Blob> of(String classifier, int revision) {
    return read(mapper -> mapper.find(classifier, revision))
        .map(row -> new Blob(row.name(), row.mediaType(), row.bytes()));
  }

  /** Which corrections it learnt from; empty where it learnt nothing. */
  String corrections(String classifier, int revision) {
    return read(mapper -> mapper.basis(classifier, revision)).orElse("");
  }

  void save(String classifier, int revision, String corrections, Blob learnt) {
    write(
        mapper -> {
          mapper.save(
              new LearntMapper.Row(
                  classifier,
                  revision,
                  corrections,
                  learnt.name(),
                  learnt.mediaType(),
                  learnt.bytes()));
          return true;
        });
  }

  void forget(String classifier) {
    int _ = write(mapper -> mapper.forget(classifier));
  }

  /** The number of a way of judging; the same one each time. */
  int way(String basis) {
    return read(mapper -> mapper.findWay(basis))
        .orElseGet(() -> write(mapper -> mapper.way(basis)));
  }

  private <T> T read(Function<LearntMapper, T> work) {
    return databases
        .current()
        .read((Mappers mappers) -> work.apply(mappers.of(LearntMapper.class)));
  }

  private <T> T write(Function<LearntMapper, T> work) {
    return databases
        .current()
        .write((Mappers mappers) -> work.apply(mappers.of(LearntMapper.class)));
  }
}
