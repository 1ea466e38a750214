package dev.peregrine.host.connections;

/**
 * How the person signs in at the service of an integration.
 *
 * @param done whether they are signed in
 * @param registered whether the client stands in the settings
 * @param back address of ours that the service has to know
 * @param link where to go on; empty before the person asked for it
 * @param code to type in elsewhere; empty where none waits
 * @param page where the code is typed in
 * @param device whether the service gives codes
 * @param problem what went wrong; may be empty
 */
record SignInPart(
    String service,
    String path,
    boolean done,
    boolean registered,
    String back,
    String link,
    String code,
    String page,
    String pageHost,
    boolean device,
    boolean locked,
    String problem) {

  /** Whether it was begun and the person goes on elsewhere. */
  boolean waits() {
    return !code.isEmpty() || !link.isEmpty();
  }
}
