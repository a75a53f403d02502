#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/reading/workspace.h"

class QHBoxLayout;
class QToolButton;

namespace headlight {

/// The pictures and the sound that belong to the text, each as a chip with a menu to replace, move or remove it, and
/// buttons for more. It is shown where there is one, or where the model reads one.
class MediaBar final : public QWidget {
  Q_OBJECT
 public:
  explicit MediaBar(Workspace* workspace, QWidget* parent = nullptr);

  /// The chips of the pictures, in order.
  const std::vector<QToolButton*>& pictures() const { return m_pictures; }

 signals:
  /// Another picture is to be opened, in the place of number `at` where that is given.
  void pictureRequested(std::optional<std::size_t> at);
  void soundRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showMedia();
  void showPictures();
  void showSound();
  /// Gives the chips their words, or their pictures alone where there is no room for words.
  void fit();
  QToolButton* makePicture(std::size_t at);

  Workspace* m_workspace;
  QHBoxLayout* m_row;
  std::vector<QToolButton*> m_pictures;
  QToolButton* m_addPicture;
  QToolButton* m_sound;
  QToolButton* m_addSound;
  std::vector<KeptImage> m_shown;
  std::optional<KeptSound> m_heard;
};

}  // namespace headlight
