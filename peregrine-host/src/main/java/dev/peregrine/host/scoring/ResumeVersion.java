package dev.peregrine.host.scoring;

import java.time.Instant;

/** A version of a résumé, for the list of them. */
public record ResumeVersion(int number, Resume.Origin origin, String sourceName, Instant at) {}
