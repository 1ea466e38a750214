package dev.peregrine.host.llm;

import java.util.List;
import java.util.stream.Collectors;

/** No model answered. The message names each backend and why, for a person. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Nothing is asked here, such as in the demo. */
    NOT_HERE,
    /** There is nobody to ask. */
    NOBODY,
    /** Each of those that were asked, or could have been, did not. */
    ALL_FAILED
  }

  private final Reason reason;
  private final transient List<PassedOver> others;

  private NoAnswerException(Reason reason, String message, List<PassedOver> others) {
    super(message);
    this.reason = reason;
    this.others = List.copyOf(others);
  }

  static NoAnswerException notHere() {
    return new NoAnswerException(
        Reason.NOT_HERE,
        "The demo asks no language model. Start Peregrine on your own machine to use one.",
        List.of());
  }

  static NoAnswerException nobody() {
    return new NoAnswerException(
        Reason.NOBODY,
        "No language model is set up for this. Add one under Settings → Models.",
        List.of());
  }

  static NoAnswerException allFailed(List<PassedOver> others) {
    return new NoAnswerException(
        Reason.ALL_FAILED,
        "No language model answered. %s Look at Settings → Models."
            .formatted(others.stream().map(PassedOver::said).collect(Collectors.joining(" "))),
        others);
  }

  public Reason reason() {
    return reason;
  }

  /** Each backend and why. */
  public List<PassedOver> others() {
    return others;
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
