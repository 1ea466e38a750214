package dev.peregrine.host.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface RoundMapper {

  record Row(
      long id,
      long job,
      String uid,
      int sequence,
      int version,
      @Nullable String title,
      String kind,
      String state,
      String outcome,
      @Nullable String local,
      @Nullable String zone,
      @Nullable Long starts,
      int minutes,
      @Nullable String place,
      @Nullable String link,
      String people,
      boolean thanksWanted,
      @Nullable Long thanked,
      @Nullable Integer receivedSequence,
      @Nullable Long receivedStamp,
      @Nullable String organiser,
      Instant made,
      Instant changed,
      String notes) {}

  record NotesRow(long round, String text, int version, Instant changed) {}

  String ROW =
      """
      SELECT r.id, r.job, r.uid, r.sequence, r.version, r.title, r.kind, r.state, r.outcome, r.local,
        r.zone, r.starts, r.minutes, r.place, r.link, r.people, r.thanks_wanted AS thanksWanted,
        r.thanked, r.received_sequence AS receivedSequence, r.received_stamp AS receivedStamp,
        r.organiser, r.made, r.changed, COALESCE(n.text, '') AS notes
      FROM rounds r LEFT JOIN round_notes n ON n.round = r.id
      """;

  @Select(
      """
      INSERT INTO rounds (job, uid, sequence, title, kind, state, outcome, local, zone, starts, minutes,
        place, link, people, thanks_wanted, thanked, received_sequence, received_stamp, organiser,
        made, changed)
      VALUES (#{job}, COALESCE(NULLIF(#{uid}, ''), lower(hex(randomblob(16))) || '@peregrine'),
        #{sequence}, #{title}, #{kind}, #{state}, #{outcome}, #{local}, #{zone}, #{starts},
        #{minutes}, #{place}, #{link}, #{people}, #{thanksWanted}, #{thanked},
        #{receivedSequence}, #{receivedStamp}, #{organiser}, #{made}, #{changed})
      RETURNING id
      """)
  long add(Row row);

  @Select(ROW + "WHERE r.id = #{id} AND r.removed IS NULL")
  Optional<Row> find(@Param("id") long id);

  /** Also one that was taken away, which an invitation may bring back. */
  @Select(ROW + "WHERE r.uid = #{uid}")
  Optional<Row> called(@Param("uid") String uid);

  @Select(
      ROW
          + """
          WHERE r.removed IS NULL AND r.job IN (SELECT value FROM json_each(#{jobs}))
          ORDER BY r.starts IS NULL, r.starts, r.id
          """)
  List<Row> of(@Param("jobs") String jobs);

  @Select(
      ROW
          + """
          WHERE r.removed IS NULL AND r.starts >= #{from} AND r.starts < #{until}
          ORDER BY r.starts, r.id
          """)
  List<Row> between(@Param("from") long from, @Param("until") long until);

  @Insert(
      """
      INSERT OR REPLACE INTO round_versions (round, version, title, kind, state, outcome, local, zone, starts,
        minutes, place, link, people, thanks_wanted, thanked)
      SELECT id, version, title, kind, state, outcome, local, zone, starts, minutes, place, link,
        people, thanks_wanted, thanked
      FROM rounds WHERE id = #{id}
      """)
  void keep(@Param("id") long id);

  @Update(
      """
      UPDATE rounds
      SET sequence = #{sequence}, version = version + 1, title = #{title}, kind = #{kind},
        state = #{state}, outcome = #{outcome}, local = #{local}, zone = #{zone},
        starts = #{starts}, minutes = #{minutes}, place = #{place}, link = #{link},
        people = #{people}, thanks_wanted = #{thanksWanted}, thanked = #{thanked},
        received_sequence = #{receivedSequence}, received_stamp = #{receivedStamp},
        organiser = #{organiser}, changed = #{changed}, removed = NULL
      WHERE id = #{id}
      """)
  void change(Row row);

  /** Where the version still stands. */
  @Update(
      """
      UPDATE rounds
      SET sequence = sequence + 1, version = rounds.version + 1, title = v.title, kind = v.kind,
        state = v.state, outcome = v.outcome, local = v.local, zone = v.zone, starts = v.starts,
        minutes = v.minutes, place = v.place, link = v.link, people = v.people,
        thanks_wanted = v.thanks_wanted, thanked = v.thanked, changed = #{at}
      FROM round_versions v
      WHERE rounds.id = #{id} AND rounds.version = #{version} AND rounds.removed IS NULL
        AND v.round = rounds.id AND v.version = rounds.version - 1
      """)
  int putBack(@Param("id") long id, @Param("version") int version, @Param("at") long at);

  @Update("UPDATE rounds SET removed = #{at} WHERE id = #{id} AND removed IS NULL")
  int remove(@Param("id") long id, @Param("at") long at);

  @Update(
      """
      UPDATE rounds SET removed = NULL, sequence = sequence + 1
      WHERE id = #{id} AND removed IS NOT NULL
      """)
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM rounds WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);

  @Select("SELECT round, text, version, changed FROM round_notes WHERE round = #{round}")
  Optional<NotesRow> notes(@Param("round") long round);

  @Insert(
      """
      INSERT INTO round_notes (round, text, version, changed)
      VALUES (#{round}, #{text}, 1, #{at})
      ON CONFLICT (round) DO UPDATE
      SET text = excluded.text, version = version + 1, changed = excluded.changed
      """)
  void saveNotes(@Param("round") long round, @Param("text") String text, @Param("at") long at);
}
