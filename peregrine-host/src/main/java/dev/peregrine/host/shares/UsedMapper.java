package dev.peregrine.host.shares;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What a tenant had of the shares of a day, and how large their database is. */
interface UsedMapper {

  @Insert(
      """
      INSERT INTO used_shares (day, what, amount) VALUES (#{day}, #{what}, #{amount})
      ON CONFLICT (day, what) DO UPDATE SET amount = amount + excluded.amount
      """)
  int add(@Param("day") String day, @Param("what") String what, @Param("amount") long amount);

  @Select("SELECT COALESCE(SUM(amount), 0) FROM used_shares WHERE day = #{day} AND what = #{what}")
  long of(@Param("day") String day, @Param("what") String what);

  @Delete("DELETE FROM used_shares WHERE day < #{day}")
  int forgetBefore(@Param("day") String day);

  /** What is in it; the room of what was deleted is used again and does not count. */
  @Select(
      """
      SELECT (p.page_count - f.freelist_count) * s.page_size
      FROM pragma_page_count() p, pragma_freelist_count() f, pragma_page_size() s
      """)
  long databaseBytes();
}
