package dev.peregrine.host.pipeline;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A job in a list.
 *
 * @param place the first place, with {@code +2} behind it where there are two more
 * @param score the match score, once there is one
 * @param unscorable whether the scorer found too little to judge by
 * @param rejectionStage where it stood when it was rejected, as {@link Job#rejectionStage}
 * @param ending how it ended; empty unless rejected
 * @param board the board that had it first
 * @param boards how many boards have it
 * @param applied whether the person applied for it, or for another of the same title there
 */
public record JobRow(
    long id,
    String title,
    Optional<String> company,
    Optional<String> place,
    Optional<RemoteMode> remote,
    Optional<Salary> salary,
    Optional<Double> score,
    boolean unscorable,
    Stage stage,
    Optional<Stage> rejectionStage,
    Optional<Ending> ending,
    String board,
    int boards,
    Optional<LocalDate> posted,
    Instant found,
    Optional<Hidden> hidden,
    Optional<Applied> applied) {}
