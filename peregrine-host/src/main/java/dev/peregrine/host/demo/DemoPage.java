package dev.peregrine.host.demo;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * What this demo is.
 *
 * @param minutes how long a copy is there after it was last used
 * @param hours how long it is there at all
 * @param tour what the tour leads to
 * @param shut what is off, by the reason
 */
record DemoPage(
    Shell shell,
    String token,
    long minutes,
    long hours,
    List<String> tour,
    Map<String, List<String>> shut) {}
