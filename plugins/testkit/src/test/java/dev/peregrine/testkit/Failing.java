package dev.peregrine.testkit;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract from within a test and says what failed. */
final class Failing {

  private Failing() {}

  /** The names of the tests that fail while that fault is in. */
  static <F> Set<String> tests(AtomicReference<F> faults, F fault, DiscoverySelector tests) {
    faults.set(fault);
    var failing = new TreeSet<String>();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  failing.add(method(test));
                }
              }
            });
    return failing;
  }

  private static String method(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getMethodName())
        .orElse(test.getDisplayName());
  }
}
