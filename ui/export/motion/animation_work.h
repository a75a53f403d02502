#pragma once

#include <memory>

#include "ui/export/motion/animation.h"
#include "ui/export/motion/frame_encoder.h"

namespace headlight {

/// An animation on its way into a file, frame by frame: prepare(), paint(), encode() of each in their order, then
/// write(). What takes long can be done in another thread while nobody else uses this.
class AnimationWork {
 public:
  /// Throws Error for no frames, too many, or a size that the kind of file does not have.
  AnimationWork(const Animation& animation, const ExportSettings& settings, AnimationKind kind);
  ~AnimationWork();

  int frames() const { return static_cast<int>(m_animation.frames.size()); }
  /// Computes what painting `frame` needs, in any thread. Throws Cancelled.
  void prepare(int frame, const Progress& progress);
  /// Paints it, in the window's thread.
  void paint(int frame);
  /// Puts what was painted last into the file, in any thread. Throws Error.
  void encode(int frame);
  /// Writes the file, whole or not at all; in the window's thread. Throws Error (path and reason).
  void write(const std::filesystem::path& path);

 private:
  ExportSettings settingsOf(int frame) const;

  Animation m_animation;
  ExportSettings m_settings;
  AnimationKind m_kind;
  Provenance m_provenance;
  std::unique_ptr<FrameEncoder> m_encoder;  ///< Of a GIF or WebP.
  QImage m_image;                           ///< What was painted and not yet encoded.
  std::shared_ptr<Figure> m_figure;         ///< What was prepared and not yet painted.
  std::vector<PageFigure> m_pictures;       ///< The same for a page.
  QStringList m_elements;                   ///< Of a page: what was painted.
  std::vector<Slide> m_slides;
};

/// Writes the animation to `path` as its suffix and the settings say; the same inputs give the same bytes. Throws
/// Error, Cancelled.
void exportAnimation(const Animation& animation, const ExportSettings& settings, const std::filesystem::path& path,
                     const Progress& progress = {});

}  // namespace headlight
