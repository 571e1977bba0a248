/**
 * The national teacher system (全国教师管理信息系统): examination and ability certificates, and the number of every
 * teacher's certificate, which nobody else may assign (教师资格条例). One request id gets one number, however often it is
 * repeated. Entry: {@link org.haina.integrations.teachersystem.TeacherSystem}.
 */
@NullMarked
package org.haina.integrations.teachersystem;

import org.jspecify.annotations.NullMarked;
