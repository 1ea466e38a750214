package dev.peregrine.host.plugins;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The person's values of extensions' settings. */
interface ExtensionSettingMapper {

  /**
   * A stored value.
   *
   * @param secret whether it must never be shown
   */
  record Row(String key, String value, boolean secret) {}

  @Select(
      """
      SELECT key, value, secret
      FROM extension_settings
      WHERE extension = #{extension}
      ORDER BY key
      """)
  List<Row> of(@Param("extension") String extension);

  /**
   * A secret that was stored in clear by a version before 0.2, with the extension it belongs to.
   */
  record Clear(String extension, String key, String value) {}

  @Select(
      """
      SELECT extension, key, value
      FROM extension_settings
      WHERE secret = 1
      """)
  List<Clear> clear();

  @Delete("DELETE FROM extension_settings WHERE secret = 1")
  int deleteClear();

  @Insert(
      """
      INSERT INTO extension_settings (extension, key, value, secret)
      VALUES (#{extension}, #{row.key}, #{row.value}, #{row.secret})
      ON CONFLICT (extension, key) DO UPDATE SET value = excluded.value, secret = excluded.secret
      """)
  void save(@Param("extension") String extension, @Param("row") Row row);

  @Delete("DELETE FROM extension_settings WHERE extension = #{extension} AND key = #{key}")
  void delete(@Param("extension") String extension, @Param("key") String key);
}
