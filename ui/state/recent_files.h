#pragma once

#include <QStringList>
#include <filesystem>

namespace headlight {

enum class RecentList { Models, Sessions };

/// Model folders or sessions opened last, newest first, kept in the settings; those that are gone are left out.
QStringList recent(RecentList list);
void noteRecent(RecentList list, const std::filesystem::path& path);
void forgetRecent(RecentList list);

}  // namespace headlight
