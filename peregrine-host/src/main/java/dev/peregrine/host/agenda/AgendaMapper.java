package dev.peregrine.host.agenda;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface AgendaMapper {

  record CalendarRow(
      String integration,
      String calendar,
      String name,
      boolean proposed,
      @Nullable String token,
      @Nullable Long synced) {}

  record EventRow(
      String integration,
      String uid,
      long round,
      String calendar,
      String remote,
      @Nullable String tag,
      @Nullable String link,
      String written,
      long starts,
      int minutes,
      @Nullable String place,
      @Nullable String change,
      @Nullable Long theirStarts,
      @Nullable Integer theirMinutes,
      @Nullable String theirPlace) {}

  String EVENTS =
      """
      SELECT integration, uid, round, calendar, remote, tag, link, written, starts, minutes, place, change,
        their_starts AS theirStarts, their_minutes AS theirMinutes, their_place AS theirPlace
      FROM agenda_events
      """;

  @Select("SELECT integration, calendar, name, proposed, token, synced FROM agenda_calendars")
  List<CalendarRow> calendars();

  @Insert(
      """
      INSERT INTO agenda_calendars (integration, calendar, name, proposed)
      VALUES (#{integration}, #{calendar}, #{name}, #{proposed})
      ON CONFLICT (integration) DO UPDATE SET
        token = CASE WHEN calendar = excluded.calendar THEN token END,
        calendar = excluded.calendar, name = excluded.name, proposed = excluded.proposed
      """)
  void choose(
      @Param("integration") String integration,
      @Param("calendar") String calendar,
      @Param("name") String name,
      @Param("proposed") boolean proposed);

  @Update(
      "UPDATE agenda_calendars SET calendar = '', token = NULL WHERE integration = #{integration}")
  void stop(@Param("integration") String integration);

  @Delete("DELETE FROM agenda_calendars WHERE integration = #{integration}")
  void forget(@Param("integration") String integration);

  /** Unless another calendar was chosen meanwhile. */
  @Update(
      """
      UPDATE agenda_calendars SET token = #{token}
      WHERE integration = #{integration} AND calendar = #{calendar}
      """)
  void read(
      @Param("integration") String integration,
      @Param("calendar") String calendar,
      @Param("token") String token);

  @Update("UPDATE agenda_calendars SET synced = #{at} WHERE integration = #{integration}")
  void synced(@Param("integration") String integration, @Param("at") long at);

  @Select(EVENTS + "WHERE integration = #{integration} ORDER BY starts, uid")
  List<EventRow> events(@Param("integration") String integration);

  @Select(EVENTS + "WHERE integration = #{integration} AND uid = #{uid}")
  Optional<EventRow> event(@Param("integration") String integration, @Param("uid") String uid);

  @Insert(
      """
      INSERT OR REPLACE INTO agenda_events (integration, uid, round, calendar, remote, tag, link, written,
        starts, minutes, place, change, their_starts, their_minutes, their_place)
      VALUES (#{integration}, #{uid}, #{round}, #{calendar}, #{remote}, #{tag}, #{link}, #{written},
        #{starts}, #{minutes}, #{place}, #{change}, #{theirStarts}, #{theirMinutes}, #{theirPlace})
      """)
  void put(EventRow row);

  @Delete("DELETE FROM agenda_events WHERE integration = #{integration} AND uid = #{uid}")
  void drop(@Param("integration") String integration, @Param("uid") String uid);

  /** Those in another calendar than that one stay where they are, and are no longer known. */
  @Delete(
      "DELETE FROM agenda_events WHERE integration = #{integration} AND calendar <> #{calendar}")
  void leaveOthers(@Param("integration") String integration, @Param("calendar") String calendar);
}
