#pragma once

#include <QObject>

#include "ui/widgets/theme.h"

class QActionGroup;

namespace headlight {

/// How the program looks: theme, size of text, motion and language, with the commands that choose them.
class Appearance final : public QObject {
  Q_OBJECT
 public:
  /// Dresses the program as it was when it was last used.
  explicit Appearance(QObject* parent);

  /// The choices, one of which is on.
  QActionGroup* themes() const { return m_themes; }
  QActionGroup* languages() const { return m_languages; }

  void setTheme(ThemeChoice choice);
  void setTextStep(int step);

 signals:
  /// Figures have another style from now on.
  void changed();
  void said(const QString& text);

 private:
  void makeThemes();
  void makeLanguages();

  QActionGroup *m_themes, *m_languages;
};

}  // namespace headlight
