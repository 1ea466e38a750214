package dev.peregrine.host.pipeline;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What tables and lists elsewhere say of a job.
 *
 * @param places as their boards wrote them
 * @param ending how it ended; empty unless rejected
 * @param gaps what the résumé lacks of what it asks for
 */
public record JobLine(
    long id,
    String title,
    Optional<String> company,
    List<String> places,
    Optional<RemoteMode> remote,
    Optional<Salary> salary,
    URI url,
    String board,
    Stage stage,
    Optional<Ending> ending,
    Optional<Double> score,
    List<String> gaps,
    Optional<LocalDate> posted,
    Instant found) {}
