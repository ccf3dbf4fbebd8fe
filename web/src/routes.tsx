import { createBrowserRouter, Navigate } from 'react-router';
import { HomePage } from './home/home-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { SessionGate } from './shell/session-gate.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** Home and sign-in come with the first load; every other screen brings its own code when it is opened. */
export const router = createBrowserRouter([
  {
    errorElement: <BrokenPage />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      {
        path: '/sign-up',
        lazy: async () => ({ Component: (await import('./sign-in/sign-up-page.tsx')).SignUpPage }),
      },
      {
        element: <SessionGate />,
        children: [
          { path: '/', element: <HomePage /> },
          {
            path: '/welcome',
            lazy: async () => ({
              Component: (await import('./welcome/welcome-page.tsx')).WelcomePage,
            }),
          },
          {
            path: '/activities',
            lazy: async () => ({
              Component: (await import('./activities/activities-page.tsx')).ActivitiesPage,
            }),
          },
          {
            path: '/activities/:activityId',
            lazy: async () => ({
              Component: (await import('./activity/activity-page.tsx')).ActivityPage,
            }),
          },
          {
            path: '/coach/:conversationId?',
            lazy: async () => ({ Component: (await import('./coach/coach-page.tsx')).CoachPage }),
          },
          {
            path: '/settings',
            lazy: async () => ({
              Component: (await import('./settings/settings-page.tsx')).SettingsPage,
            }),
            children: [
              { index: true, element: <Navigate to="/settings/profile" replace /> },
              {
                path: 'profile',
                lazy: async () => ({
                  Component: (await import('./settings/profile-section.tsx')).ProfileSection,
                }),
              },
              {
                path: 'security',
                lazy: async () => ({
                  Component: (await import('./settings/security-section.tsx')).SecuritySection,
                }),
              },
              {
                path: 'privacy',
                lazy: async () => ({
                  Component: (await import('./settings/privacy-section.tsx')).PrivacySection,
                }),
              },
              {
                path: 'memory',
                lazy: async () => ({
                  Component: (await import('./memories/memory-section.tsx')).MemorySection,
                }),
              },
              {
                path: 'installation',
                lazy: async () => ({
                  Component: (await import('./settings/installation-section.tsx'))
                    .InstallationSection,
                }),
              },
            ],
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
