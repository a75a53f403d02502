#pragma once

#include <QDialog>
#include <vector>

#include "ui/help/guide.h"

class QListWidget;
class QPushButton;
class QUrl;

namespace headlight {

class GuideBrowser;

/// The guide: a list of its pages beside the page that is read.
class GuideWindow final : public QDialog {
  Q_OBJECT
 public:
  /// Opens the first page. Throws Error when the guide in `folder` is not whole.
  explicit GuideWindow(const std::filesystem::path& folder, QWidget* parent = nullptr);

  const std::vector<GuidePage>& pages() const { return m_pages; }
  GuideBrowser& browser() { return *m_browser; }

 private:
  /// Marks the page in the list.
  void markPage(const QUrl& page);

  std::vector<GuidePage> m_pages;
  QListWidget* m_list;
  GuideBrowser* m_browser;
  QPushButton* m_back;
};

}  // namespace headlight
