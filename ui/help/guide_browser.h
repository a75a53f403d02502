#pragma once

#include <QTextBrowser>
#include <filesystem>

namespace headlight {

/// Shows pages of the guide and follows the links between them: Markdown files and pictures of one folder, and nothing
/// else. Pictures are never wider than the page.
class GuideBrowser final : public QTextBrowser {
  Q_OBJECT
 public:
  explicit GuideBrowser(const std::filesystem::path& folder, QWidget* parent = nullptr);

  void openPage(const std::filesystem::path& page);
  /// The page that is shown; empty before the first.
  std::filesystem::path page() const;

 protected:
  void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
  QVariant loadResource(int type, const QUrl& name) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  bool isInside(const QUrl& name) const;
  /// Margins, code and tables in the colours of the theme, pictures that fit.
  void dress();
  void fitPictures();

  std::filesystem::path m_folder;
};

}  // namespace headlight
