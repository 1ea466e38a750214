package dev.peregrine.host.classifying;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classifiers that are on, in the order in which they are asked: one that learns before one
 * that does not, one that asks a model last.
 *
 * @param plain those that run on the machine
 * @param asking those that ask a model
 */
record Chain(List<ClassifierCall> plain, List<ClassifierCall> asking) {

  static Chain of(List<ClassifierCall> calls) {
    List<ClassifierCall> ordered =
        calls.stream()
            .sorted(
                Comparator.comparing((ClassifierCall call) -> !call.descriptor().learns())
                    .thenComparing(ClassifierCall::id))
            .toList();
    return new Chain(
        ordered.stream().filter(call -> !call.descriptor().usesLlm()).toList(),
        ordered.stream().filter(call -> call.descriptor().usesLlm()).toList());
  }

  boolean isEmpty() {
    return plain.isEmpty() && asking.isEmpty();
  }

  Stream<ClassifierCall> all() {
    return Stream.concat(plain.stream(), asking.stream());
  }

  Stream<ClassifierCall> learning() {
    return all().filter(call -> call.descriptor().learns());
  }
}
