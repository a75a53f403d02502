#pragma once

#include <QStringList>
#include <filesystem>

namespace headlight {

/// Folders of the models opened last, newest first, kept in the settings; those that are gone are left out.
QStringList recentModels();
void noteRecentModel(const std::filesystem::path& folder);
void forgetRecentModels();

}  // namespace headlight
