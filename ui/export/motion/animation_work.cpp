#include "ui/export/motion/animation_work.h"

#include <ostream>
#include <utility>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "ui/export/figure_writer.h"
#include "ui/export/motion/gif_encoder.h"
#include "ui/export/motion/webp_encoder.h"
#include "ui/export/pdf_bytes.h"

namespace headlight {

AnimationWork::AnimationWork(const Animation& animation, const ExportSettings& settings, AnimationKind kind)
    : m_animation(animation),
      m_settings(settings),
      m_kind(kind),
      m_provenance(settings.text ? animation.provenance : withoutText(animation.provenance)) {
  const std::size_t count = animation.frames.size();
  if (count == 0 || count > kMostFrames)
    throw Error("animation: expected 1 to " + std::to_string(kMostFrames) + " frames, found " + std::to_string(count));
  m_settings.kind = frameKind(kind);
  m_settings.transparent = false;
  if (kind == AnimationKind::Gif)
    m_encoder = gifEncoder(settings.size, provenanceJson(m_provenance));
  else if (kind == AnimationKind::WebP)
    m_encoder = webpEncoder(settings.size, xmpPacket(animation.name, {}, m_provenance, "image/webp"));
}

AnimationWork::~AnimationWork() = default;

ExportSettings AnimationWork::settingsOf(int frame) const {
  ExportSettings settings = m_settings;
  const DeckPage& page = m_animation.frames[static_cast<std::size_t>(frame)].page;
  if (!page.title.isEmpty()) settings.ownTitle = page.title;
  if (!page.sentence.isEmpty()) settings.ownCaption = page.sentence;
  return settings;
}

void AnimationWork::prepare(int frame, const Progress& progress) {
  const DeckPage& page = m_animation.frames[static_cast<std::size_t>(frame)].page;
  const ExportSettings settings = settingsOf(frame);
  if (m_kind == AnimationKind::Page) {
    m_pictures = pageFigures({{page.title, page.sentence, page.what}}, m_settings);
    complete(*m_pictures.front().light, m_pictures.front().size, progress.slice(0, 0.5));
    complete(*m_pictures.front().dark, m_pictures.front().size, progress.slice(0.5, 1));
  } else if (m_kind == AnimationKind::Slides) {
    auto [slide, figure] = slideOf(page.what, settings);
    complete(*figure, figureArea(settings.slides, slide.takeaway).size(), progress);
    m_slides.push_back(std::move(slide));
  } else {
    m_figure = figureFor(page.what, settings);
    complete(*m_figure, settings.units(), progress);
  }
}

void AnimationWork::paint(int frame) {
  const AnimationFrame& shown = m_animation.frames[static_cast<std::size_t>(frame)];
  if (m_kind == AnimationKind::Page) {
    m_elements << pageElement(m_pictures.front());
    m_pictures.clear();
  } else if (m_kind == AnimationKind::Slides) {
    Slide& slide = m_slides.back();
    slide.notes = slideNotes(slide, provenanceFor(shown.page.what, m_settings));
    slide.morphs = true;
    slide.goesOnAfter = m_animation.goesOn ? shown.milliseconds : 0;
  } else {
    m_image = figureImage(*m_figure, {m_settings.size, m_settings.dpi, {}});
    m_figure.reset();
  }
}

void AnimationWork::encode(int frame) {
  if (!m_encoder) return;
  m_encoder->add(m_image, m_animation.frames[static_cast<std::size_t>(frame)].milliseconds);
  m_image = {};
}

void AnimationWork::write(const std::filesystem::path& path) {
  if (m_kind == AnimationKind::Slides) return writeSlides(path, m_slides, lookOf(m_settings), m_provenance);
  QByteArray bytes;
  if (m_kind == AnimationKind::Page) {
    PagePlayer player;
    for (const AnimationFrame& frame : m_animation.frames) player.milliseconds.push_back(frame.milliseconds);
    ExportSettings settings = m_settings;
    if (settings.ownTitle.isEmpty()) settings.ownTitle = m_animation.name;
    bytes = htmlPage(m_elements, m_provenance, settings, player);
  } else {
    bytes = m_encoder->finish();
  }
  writeWhole(path, [&bytes](std::ostream& out) { out.write(bytes.constData(), bytes.size()); });
}

void exportAnimation(const Animation& animation, const ExportSettings& settings, const std::filesystem::path& path,
                     const Progress& progress) {
  AnimationWork work(animation, settings, animationKindOf(path));
  for (int frame = 0; frame < work.frames(); ++frame) {
    const auto part = [&](double done) { return (frame + done) / work.frames(); };
    progress(part(0));
    work.prepare(frame, progress.slice(part(0), part(1)));
    work.paint(frame);
    work.encode(frame);
  }
  work.write(path);
}

}  // namespace headlight
